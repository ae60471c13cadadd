import { isStateSecret } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { carrierStates, heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { daysBetween } from '#shared/time.ts';
import { keyOfLevel } from '../parameters.ts';
import { deny, LAW, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { called, zh } from './subject.ts';

/** Acts that enter lines of old registers. Only an import may (IMPORT-BATCH). */
export const historyNames = ['loan.enter', 'dispatch.enter', 'copy.enter', 'notebook.enter', 'destruction.enter'] as const;

const given = (q: Question, key: string): string | undefined => q.input[key] as string | undefined;
const levelOf = (q: Question): Level | null => q.facts.carrier?.level ?? (q.input['level'] as Level | null | undefined) ?? null;
const isOpen = (q: Question): boolean => (q.command === 'loan.enter' || q.command === 'notebook.enter') && given(q, 'returnedOn') === undefined && q.input['returned'] !== true;
/** The register whose line carries the remark. A destroyed item carries its own: one batch has many. */
const registerOfAct: Readonly<Record<string, RegisterKey>> = { 'loan.enter': 'loans', 'dispatch.enter': 'dispatches', 'copy.enter': 'copies', 'notebook.enter': 'notebooks', 'destruction.enter': 'carriers' };
/** First and last day of a line, where the register has both. */
const spans: Readonly<Record<string, readonly [from: string, to: string | null]>> = { 'loan.enter': ['lentOn', 'returnedOn'], 'dispatch.enter': ['sentOn', 'receivedOn'], 'copy.enter': ['copiedOn', null], 'notebook.enter': ['issuedOn', 'returnedOn'], 'destruction.enter': ['destroyedOn', null] };

/** What went against the rules then, as far as the line shows it. It is entered as it was and said, never put right silently. */
function broken(q: Question): string[] {
  const level = levelOf(q);
  const secret = isStateSecret(level);
  const c = q.facts.carrier;
  const found: string[] = [];
  const say = (when: boolean, text: string): void => { if (when) found.push(text); };
  switch (q.command) {
    case 'loan.enter': {
      const from = given(q, 'lentOn');
      const days = q.profile.number('loan.days');
      // Back on a day nobody wrote down: how long it was out cannot be said.
      const until = given(q, 'returnedOn') ?? (isOpen(q) ? q.today : from);
      const kept = from === undefined || until === undefined ? 0 : daysBetween(from, until);
      say(from === undefined, '没有写明借出日期（规则 P075）');
      say(secret && level !== 'top_secret' && kept > days, `借期 ${kept} 日，超过规定的 ${days} 日${isOpen(q) ? '，仍未归还' : ''}（规则 P075）`);
      say(level === 'top_secret' && kept > 0, '绝密件没有当日退还（规则 P042）');
      say(isOpen(q) && q.facts.person === undefined, `借阅人${given(q, 'borrower') ?? ''}不在涉密人员台账，或有同名（规则 P065）`);
      break;
    }
    case 'dispatch.enter': {
      const channel = given(q, 'channel');
      if (isStateSecret(level) && channel !== undefined) say(!q.profile.list(`conveyance.channels.${keyOfLevel(level)}`).includes(channel), `${zh(level)}件没有走机要渠道（规则 P098）`);
      say(secret && given(q, 'receivedBy') === undefined, '没有签收人，未见回执（规则 P102）');
      say(c !== undefined && heldStates.includes(c.state as CarrierState), `载体台账里 ${c === undefined ? '' : called(c)} 仍记为“${carrierStates[(c?.state ?? 'in_custody') as CarrierState]}”，请清点核对（规则 P047）`);
      break;
    }
    case 'copy.enter':
      say(secret && given(q, 'approver') === undefined, '没有写明批准人（规则 P086）');
      say(level === 'top_secret' && given(q, 'originatorConsent') === undefined, '绝密件复制没有原定密机关同意的文号（规则 P085）');
      break;
    case 'notebook.enter': {
      const out = q.input['pages'] as number | undefined;
      const back = q.input['pagesBack'] as number | undefined;
      say(out !== undefined && back !== undefined && back < out, `领用 ${out ?? 0} 页，交回 ${back ?? 0} 页，缺 ${(out ?? 0) - (back ?? 0)} 页（规则 P071）`);
      say(isOpen(q) && q.facts.person === undefined, `领用人${given(q, 'holder') ?? ''}不在涉密人员台账，或有同名（规则 P065）`);
      break;
    }
    case 'destruction.enter': {
      const witnesses = new Set((q.input['witnesses'] as string[] | undefined) ?? []);
      say(secret && given(q, 'approver') === undefined, '没有写明批准人（规则 P123）');
      say(secret && [...witnesses].filter((w) => w !== given(q, 'executor')).length < 2, '监销人不足两名（规则 P124）');
      say(given(q, 'destroyedOn') === undefined, '没有写明销毁日期（规则 P130）');
      break;
    }
    default:
  }
  return found;
}

/** Why the carrier of a line cannot be what the line says; null when it can. */
function misplaced(q: Question): readonly [what: string, next: string] | null {
  const c = q.facts.carrier;
  if (q.command === 'destruction.enter') {
    if (c === undefined || c.state === 'destroyed') return null;
    return [`载体台账里 ${called(c)} 现为“${carrierStates[c.state as CarrierState]}”，旧登记写已销毁`, '请清点实物：还在的，改正表中这一行；确已销毁的，按现行手续补办并写明情况。'];
  }
  if (!isOpen(q)) return null;
  if (q.command === 'notebook.enter') {
    if (c === undefined) return null;
    if (c.carrierKind !== 'notebook') return [`${called(c)} 不是保密本`, '请核对表中的编号。'];
    if (q.facts.notebook != null) return [`${called(c)} 已有未交回的领用 ${q.facts.notebook.number ?? ''}`, '请核对表中这一行是否已经登记。'];
    return c.state === 'in_custody' || c.state === 'in_use' ? null : [`${called(c)} 现为“${carrierStates[c.state as CarrierState]}”，旧登记写尚未交回`, '请核对实物后改正表中这一行。'];
  }
  if (c === undefined) return [(q.facts.meant ?? 0) > 1 ? '没有归还的借阅对应不止一件载体' : '没有归还的借阅在载体台账里找不到这一件', '请先导入涉密载体台账；再在表中写明载体编号，或写明文号和份号。'];
  if (q.facts.loan != null) return [`${called(c)} 已有未归还的借阅 ${q.facts.loan.number ?? ''}`, '请核对表中这一行是否已经登记。'];
  return c.state === 'in_custody' || c.state === 'lent' ? null : [`${called(c)} 现为“${carrierStates[c.state as CarrierState]}”，旧登记写借出未还`, '请核对实物后改正表中这一行。'];
}

/** Old registers: what they may say, what is said about it. */
export const historyRules: readonly Rule[] = [
  {
    id: 'HIST-PLACE', titleZh: '旧登记与载体台账一致', matrix: ['P047', 'P133'], outcome: 'deny', source: { seed: '000-1M 31', law: `${LAW}第二十六条第一款` }, parameters: [], commands: historyNames,
    sentenceZh: '旧登记写尚未归还的，须对应一件在册载体；写已销毁的，不得还在册。',
    judge: (q) => {
      const wrong = misplaced(q);
      return wrong === null ? null : deny(`不得补登。${wrong[0]}（规则 P047）。`, wrong[1]);
    },
  },
  {
    id: 'HIST-TWICE', titleZh: '旧登记不重复', matrix: ['P155'], outcome: 'deny', source: { seed: '003-7（一）1' }, parameters: [], commands: historyNames,
    sentenceZh: '同一行旧登记只补登一次；同一份旧登记簿里写了两行、确为两次的写明。',
    judge: (q) => {
      const e = q.facts.earlier;
      return e == null || (e.sameFile && q.input['distinctFrom'] !== undefined) ? null : deny(`不得补登。${registerOf(e.register).title}里已有相同的一条 ${e.number}（规则 P155）。`, '请核对是否已经导入；确为另一次的，在表中补上不同的日期或编号。');
    },
  },
  {
    id: 'HIST-DAYS', titleZh: '旧登记日期合理', matrix: ['P155'], outcome: 'deny', source: { seed: '003-7（一）1' }, parameters: [], commands: historyNames,
    sentenceZh: '旧登记的日期不晚于今天，结束不早于开始。',
    judge: (q) => {
      const [from, to] = spans[q.command] ?? ['', null];
      const begun = given(q, from);
      const ended = to === null ? undefined : given(q, to);
      const ahead = [begun, ended].find((d) => d !== undefined && d > q.today);
      if (ahead !== undefined) return deny(`不得补登。日期 ${ahead} 晚于今天（规则 P155）。`, '请对照旧登记簿改正日期。');
      return begun !== undefined && ended !== undefined && ended < begun ? deny(`不得补登。结束日期 ${ended} 早于开始日期 ${begun}（规则 P155）。`, '请对照旧登记簿改正日期。') : null;
    },
  },
  {
    id: 'HIST-FLAG', titleZh: '旧登记的违规之处照录并标明', matrix: ['P155', 'P036'], outcome: 'warn', source: { seed: '003-7（一）1', law: `${REG}第二十七条第二项` }, commands: historyNames,
    parameters: ['loan.days', 'conveyance.channels.topSecret', 'conveyance.channels.secret', 'conveyance.channels.confidential'],
    sentenceZh: '旧登记照原样补登；当时不合规定的写入备注和审计，不改写，不拒绝。',
    judge: (q) => {
      const found = broken(q);
      return found.length === 0 ? null : warn(`旧登记有不合规定之处：${found.join('；')}。`, '照原样登记，并写入备注；需要处理的按 F9 作违规登记。');
    },
    effect: (q, planned) => {
      const found = broken(q);
      if (found.length === 0) return planned;
      const said = `补登时核出：${found.join('；')}。`;
      const register = registerOfAct[q.command];
      return planned.map((c) => (c.kind === 'enter' && c.register === register ? { ...c, values: { ...c.values, note: [said, c.values['note'] ?? ''].filter((t) => t !== '').join('').slice(0, 4000) } } : c));
    },
  },
];
