import { isStateSecret } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { LAW, warn } from '../question.ts';
import type { Rule } from '../question.ts';

/** Lines in figures as paper writes them, 1,203. */
const grouped = (n: number): string => n.toLocaleString('en-US');

/** What printing a register asks beyond its purpose: how much of it lies on one sheet pile, and what has been sealed. */
export const printingRules: readonly Rule[] = [
  {
    id: 'L030', titleZh: '汇总后的密级', matrix: ['P409'], outcome: 'warn', source: { law: `${LAW}第三十六条第三款` }, parameters: ['print.aggregateRows'], commands: ['register.print'],
    sentenceZh: '许多条涉密登记汇总在一份打印件上，可能涉及国家秘密或更高密级；一次打印超过规定行数的，写明理由。',
    judge: (q) => {
      const level = q.input['level'] as Level | null;
      // Who prints a form that does not count its classified lines answers for all of them.
      const lines = level === null || !isStateSecret(level) ? 0 : ((q.input['classified'] as number | undefined) ?? (q.input['rows'] as number));
      const most = q.profile.number('print.aggregateRows');
      return lines <= most ? null : warn(`请核对汇总后的密级。本次打印涉密条目 ${grouped(lines)} 行，超过 ${grouped(most)} 行，汇总后可能属于更高密级，依据${LAW}第三十六条第三款（规则 L030）。`, '请由定密责任人核对后填写理由；或按年度、密级分次打印。');
    },
  },
  {
    id: 'PRINT-PAGES', titleZh: '续打只打新登记', matrix: ['P036', 'P409'], outcome: 'computed', source: { seed: '003-7（一）1' }, parameters: ['print.linesPerPage'], commands: ['register.print'],
    sentenceZh: '续打只打上次封页以后的登记，页码连续，每页有摘要；满页即封，不再重打，封页后的更正另打更正附页。',
  },
  {
    id: 'PRINT-AGAIN', titleZh: '补印封页写明原页去向', matrix: ['P036', 'P409'], outcome: 'warn', source: { seed: '003-7（一）1；002-Q 10（六）' }, parameters: [], commands: ['register.print'],
    sentenceZh: '封页遗失或损毁的，照封页内容补印一张，标明“补印”并另编打印号；补印前写明原页去向，涉密的原页遗失按丢失载体登记查找。',
    judge: (q) => (q.input['reprint'] === undefined ? null : warn('补印封页须写明原页去向：同一页有两张纸在外，不写明就无法清点（规则 PRINT-AGAIN）。', '请填写原页是遗失还是损毁、现在何处；涉密的原页遗失，请同时登记丢失。')),
  },
];
