import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { home } from './setup.mjs';
import { ruleBook } from '../electron/policy/rules/index.ts';
import { dueRules } from '../electron/policy/dueRules/index.ts';
import { ruleCases } from '../test/helpers/rulesCasesAll.ts';

/**
 * `node build/rule-coverage.mjs`: rule of the matrix → rule of the book → tests that name it, then the rules without a test.
 * Counted are the cases of the table (`rule:` or the first word of `of('…')`) and every test elsewhere whose text names the rule.
 * `--groups`: also what the matrix and the law ask of a carrier's whole life (P001–P163, the corrections K…, the rules of the law L…),
 * each with the rules that carry it and what shows them. Exit 1 when a rule that works has no test, or when something asked has no rule that a test shows.
 */

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) => readdirSync(join(home, folder), { recursive: true, withFileTypes: true }).flatMap((f) => (f.isFile() && /\.(test\.tsx?|spec\.ts|ts)$/.test(f.name) ? [join(f.parentPath, f.name)] : []));

/** @type {Map<string, {cases: number, named: Set<string>}>} */
const tests = new Map([...ruleBook, ...dueRules].map((rule) => [rule.id, { cases: 0, named: new Set() }]));
for (const { rule } of ruleCases) {
  const entry = tests.get(rule);
  if (entry !== undefined) entry.cases += 1;
}
for (const file of filesIn('test')) {
  if (!/\.(test\.tsx?|spec\.ts)$/.test(file)) continue;
  const text = readFileSync(file, 'utf8');
  // A test that goes over all rules of the checklist covers each of them.
  const allOfChecklist = text.includes('checklistOnly');
  for (const rule of ruleBook) if (allOfChecklist && rule.checklistOnly === true) tests.get(rule.id)?.named.add(relative(home, file));
  for (const [id, entry] of tests) if (new RegExp(`(?<![A-Z0-9-])${id}(?![A-Z0-9-])`).test(text)) entry.named.add(relative(home, file));
}

const works = (/** @type {(typeof ruleBook)[number]} */ rule) => rule.judge !== undefined || rule.require !== undefined || rule.effect !== undefined;
const matrix = [...new Set(ruleBook.flatMap((rule) => rule.matrix))].sort();
for (const m of matrix) {
  for (const rule of ruleBook.filter((r) => r.matrix.includes(m))) {
    const entry = tests.get(rule.id);
    process.stdout.write(`${m}  ${rule.id.padEnd(15)} ${rule.outcome.padEnd(20)} ${String(entry?.cases ?? 0).padStart(3)} cases  ${[...(entry?.named ?? [])].join(' ')}\n`);
  }
}
const bare = ruleBook.filter((rule) => tests.get(rule.id)?.cases === 0 && tests.get(rule.id)?.named.size === 0);
process.stdout.write(`${matrix.length} rules of the matrix, ${ruleBook.length} rules of the book (${ruleBook.filter(works).length} of them work on commands), ${[...tests.values()].reduce((sum, t) => sum + t.cases, 0)} cases\n`);
if (bare.length > 0) process.stdout.write(`without a test: ${bare.map((rule) => `${rule.id} (${rule.outcome})`).join(', ')}\n`);
let gaps = 0;
if (process.argv.includes('--groups')) {
  /** Corrections by law → the rules of the matrix they correct. */
  const corrections = {
    K01: ['P005'], K02: ['P006'], K03: ['P010', 'P013', 'P022'], K04: ['P009', 'P015', 'P016'], K05: ['P017'], K06: ['P002'], K07: ['P007', 'P008'], K08: ['P011'], K09: ['P012', 'P045', 'P069'], K10: ['P061', 'P062'],
    K11: ['P063', 'P066', 'P067', 'P144'], K12: ['P036', 'P037', 'P046', 'P060', 'P102'], K13: ['P085', 'P090', 'P097', 'P146'], K14: ['P086', 'P087', 'P089'], K15: ['P055', 'P098', 'P100', 'P103'], K16: ['P105', 'P111'], K17: ['P107'],
    K18: ['P053', 'P112', 'P113', 'P114'], K19: ['P116'], K20: ['P123', 'P124', 'P127', 'P128', 'P131'], K21: ['P152', 'P153', 'P161'], K25: ['P027', 'P028', 'P092'], K41: ['P001', 'P014', 'P018', 'P020'], K42: ['P409'],
  };
  const law = ['L001', 'L002', 'L003', 'L004', 'L005', 'L006', 'L007', 'L008', 'L009', 'L010', 'L011', 'L012', 'L013', 'L014', 'L015', 'L016', 'L017', 'L018', 'L019', 'L020', 'L021', 'L022', 'L023', 'L024', 'L025', 'L026', 'L027', 'L028', 'L029', 'L030', 'L031', 'L034', 'L046', 'L047'];
  /** What shows that a rule holds: the number of its cases, else the files that name it. */
  const shown = (/** @type {string} */ id) => {
    const entry = tests.get(id);
    if (entry === undefined || (entry.cases === 0 && entry.named.size === 0)) return '';
    return entry.cases > 0 ? `[${entry.cases} cases]` : `[${[...entry.named].join(', ')}]`;
  };
  const carriers = (/** @type {string} */ id) => [
    ...ruleBook.filter((r) => r.id === id || r.matrix.includes(id)).map((r) => ({ says: r.checklistOnly === true && !works(r) ? `${r.id}(checklist)` : r.id, by: shown(r.id) })),
    ...dueRules.filter((r) => r.id === id || r.id.startsWith(`${id}-`)).map((r) => ({ says: `due:${r.id}`, by: shown(r.id) })),
  ];
  const line = (/** @type {string} */ id, /** @type {readonly {says: string, by: string}[]} */ by, whole = by.some((r) => r.by !== '')) => {
    if (!whole) gaps++;
    process.stdout.write(`${id}  ${by.length === 0 ? 'NOTHING' : by.map((r) => `${r.says}${r.by === '' ? '[no test]' : r.by}`).join(' ')}${whole ? '' : '  GAP'}\n`);
  };
  for (let n = 1; n <= 163; n++) line(`P${String(n).padStart(3, '0')}`, carriers(`P${String(n).padStart(3, '0')}`));
  for (const [id, rules] of Object.entries(corrections)) line(id, rules.flatMap(carriers), rules.every((r) => carriers(r).some((c) => c.by !== '')));
  for (const id of law) line(id, carriers(id));
  process.stdout.write(`${gaps} of ${163 + Object.keys(corrections).length + law.length} have no rule with a test\n`);
}
process.exitCode = bare.some(works) || gaps > 0 ? 1 : 0;
