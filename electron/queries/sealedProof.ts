import { registerKeys, registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { continuationsOf, pagesOfPrint, pageStands } from '../commands/sealedPages.ts';
import type { PrintedPage } from '../policy/printedPages.ts';
import type { ReadDb } from '../vault/open.ts';
import { all } from '../vault/read.ts';

/** Findings kept, as in the other checks. */
const MOST = 20;

/** A row changed past the door may hold anything; what is no page is a finding, not a fault of the program. */
const isPage = (p: unknown): p is PrintedPage => {
  if (typeof p !== 'object' || p === null) return false;
  const { page, digest, lines, paper } = p as Record<string, unknown>;
  const papered = paper === undefined || (typeof paper === 'object' && paper !== null && Array.isArray((paper as { columns?: unknown }).columns) && (paper as { columns: unknown[] }).columns.every((c) => typeof c === 'object' && c !== null) && Array.isArray((paper as { rows?: unknown }).rows));
  return typeof page === 'number' && typeof digest === 'string' && papered && Array.isArray(lines) && lines.every((l) => Array.isArray(l) && typeof l[0] === 'number' && typeof l[1] === 'number');
};

/** The pages of one register against its books, oldest print first. Out: how many were looked at; sentences go into `findings`. */
function ofRegister(db: ReadDb, register: RegisterKey, findings: string[]): number {
  const { title } = registerOf(register);
  let before = '';
  let last = 0;
  let counted = 0;
  for (const print of continuationsOf(db, register)) {
    const pages: readonly unknown[] = pagesOfPrint(print);
    for (const page of Array.isArray(pages) ? pages : [null]) {
      counted++;
      if (findings.length >= MOST) continue;
      if (!isPage(page)) {
        findings.push(`《${title}》${print.number ?? ''} 登记的封页读不出来。`);
        continue;
      }
      const which = `《${title}》第 ${page.page} 页（${print.number ?? ''}）`;
      if (page.page !== last + 1) findings.push(`${which}与前一封页的页码不连续。`);
      if (!pageStands(db, register, page, before)) findings.push(`${which}按台账重算的页摘要与打印时登记的不符。`);
      // A page that is not full is printed again under its number: the next one follows the last sealed page.
      if (page.sealed) [before, last] = [page.digest, page.page];
    }
  }
  return counted;
}

/**
 * Every page of every continued register, sealed or not: its digest is computed again from the lines as they stood, from what stood on
 * its paper and from the page before it. Spoiled prints sealed nothing and are left out. Reads only; one register in memory at a time.
 */
export function sealedPages(db: ReadDb): { name: string; nameZh: string; ok: boolean; counted: number; findings: readonly string[] } {
  const findings: string[] = [];
  const printed = all(db, 'SELECT DISTINCT register FROM prints WHERE continuation = 1 AND register IS NOT NULL').map((r) => String(r['register']));
  const known = registerKeys.filter((key) => printed.includes(key));
  findings.push(...printed.filter((key) => !(registerKeys as readonly string[]).includes(key)).map((key) => `有不属于任何台账的封页（${key}）。`));
  const counted = known.reduce((n, register) => n + ofRegister(db, register, findings), 0);
  return { name: 'sealedPages', nameZh: '续打封页', ok: findings.length === 0, counted, findings: findings.slice(0, MOST) };
}
