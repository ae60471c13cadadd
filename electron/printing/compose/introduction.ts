// 介绍信: what a reader from another unit brings to the archive. Printed to be filled in and stamped, or with what was entered already.
import type { LoanSlipPrint, PrintFact } from '#shared/printing.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { recordById, recordByNumber } from '../../vault/read.ts';
import { baseOf } from './base.ts';
import { refOf, theOne } from './books.ts';
import type { Books } from './books.ts';
import type { Filled, PrintRequest } from './request.ts';

const BLANK = '';

/**
 * 查阅档案介绍信 in two halves: one stays with the unit that issues it, one goes to the archive. Takes `filter {use}`; without one, an
 * empty form. No title of an archived paper stands on it, so it carries no mark; what is to be read is written in by hand.
 * Throws Refused (missing) when the reading is not in the register.
 */
export function introduction(books: Books, request: PrintRequest): Filled {
  const ref = refOf(request, 'use');
  const use: RecordOf<'archiveUses'> | null = ref === null ? null : theOne<'archiveUses'>(typeof ref === 'number' ? recordById(books.db, 'archiveUses', ref) : recordByNumber(books.db, 'archiveUses', ref), '查阅登记');
  const titleZh = '查阅档案介绍信';
  const facts: PrintFact[] = [
    { labelZh: '开具单位', value: use?.unit ?? BLANK }, { labelZh: '介绍信号', value: use?.letter ?? BLANK }, { labelZh: '查 阅 人', value: use?.readerName ?? BLANK }, { labelZh: '证件号码', value: BLANK },
    { labelZh: '同行人数', value: BLANK }, { labelZh: '有 效 期', value: '至　　　　年　　月　　日' }, { labelZh: '查阅事由', value: BLANK, wide: true }, { labelZh: '查阅内容', value: BLANK, wide: true },
  ];
  const noteZh = `兹介绍上列人员到${books.terminal.organisation}查阅档案，请接洽。凭本信和本人证件查阅，过期无效；准阅范围由档案所在单位审批，查阅内容只写卷名或范围，不写秘密内容。`;
  return {
    formCode: 'R44-J-A5', titleZh, rows: 1, level: null, secrecyPeriod: null,
    draft: (foot): LoanSlipPrint => ({
      form: 'loan-slip', ...baseOf(books, 'R44-J-A5', titleZh, null, foot),
      slips: ['存根联', '交档案所在单位'].map((copyZh) => ({ titleZh, number: use?.number ?? '　　　　', copyZh, mark: null, facts, noteZh, signatures: ['单位负责人签字', '开具单位盖章', '查阅人签字', '接待核对签字'] })),
    }),
  };
}
