// 涉密载体销毁清册, and after the destruction the certificate that closes it.
import { levelZh, markOf } from '#shared/levels.ts';
import type { DestructionPrint, PrintTotal } from '#shared/printing.ts';
import { registers } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { invalid } from '#shared/result.ts';
import { showInstant } from '#shared/time.ts';
import { isRefusal } from '../../commands/define.ts';
import { find } from '../../commands/find.ts';
import { Refused } from '../../queries/define.ts';
import { baseOf } from './base.ts';
import type { Books } from './books.ts';
import { refOf } from './books.ts';
import { markTally } from '../../policy/markTally.ts';
import type { Filled, PrintRequest } from './request.ts';
import { docOf, kindZh, totalKind, volumeOf } from './words.ts';

const fields = registers.destructions.fields;

function totalsOf(items: readonly RecordOf<'carriers'>[]): PrintTotal[] {
  const sums = new Map<string, { unitZh: string; count: number; pages: number }>();
  for (const c of items) {
    const [kind, unitZh] = totalKind(c.carrierKind);
    const sum = sums.get(kind) ?? { unitZh, count: 0, pages: 0 };
    sum.count += c.copies ?? 1;
    sum.pages += (c.pages ?? 0) * (c.copies ?? 1);
    sums.set(kind, sum);
  }
  return [...sums].map(([kind, s]) => ({ kindZh: kind, count: s.count, unitZh: s.unitZh, ...(s.pages === 0 ? {} : { detailZh: `${s.pages} 页` }) }));
}

function certificateOf(books: Books, batch: RecordOf<'destructions'>): NonNullable<DestructionPrint['certificate']> {
  const at = showInstant(batch.destroyedAt);
  return {
    number: (batch.number ?? '').replace(/^XH/, 'XZ'), approvedBy: batch.approvedBy ?? '', approvalNumber: books.approvalNumber(batch.approval) ?? '',
    counts: [{ stageZh: '出库清点', count: batch.countBefore ?? 0, at, by: batch.executor ?? '' }, { stageZh: '销毁清点', count: batch.countAfter ?? 0, at, by: [batch.witness1, batch.witness2].filter((s) => s !== null).join('、') }],
    ...(batch.receiptNumber === null ? {} : { receiptZh: batch.receiptNumber }), unrecoverable: batch.unrecoverable === 1,
  };
}

/** The list of one batch; with `certificate` also 销毁证明, which exists only after the destruction. Takes `filter {destruction}`. */
export function destructionList(books: Books, request: PrintRequest, certificate: boolean): Filled {
  const ref = refOf(request, 'destruction');
  if (ref === null) throw new Refused(invalid({ path: 'filter.destruction', messageZh: '没有指明销毁批次。请填写清册号后再打印。' }));
  const batch = find(books.db, 'destructions', ref);
  if (isRefusal(batch)) throw new Refused(batch);
  if (certificate && batch.state !== 'destroyed') throw new Refused(invalid({ path: 'form', messageZh: `清册 ${batch.number ?? ''} 还没有销毁，不能打印销毁证明。请先办理销毁。` }));
  const items = (batch.items ?? []).map((id) => books.carrier(id)).filter((c) => c !== null);
  const tally = markTally(books.profile, books.today);
  for (const c of items) tally.add(c.level, c.secrecyPeriod);
  const mark = markOf(tally.level(), tally.period());
  const titleZh = '涉密载体销毁清册';
  return {
    formCode: 'R12-A4', titleZh: certificate ? '涉密载体销毁清册及销毁证明' : titleZh, rows: items.length, level: tally.level(), secrecyPeriod: tally.period(),
    draft: (foot): DestructionPrint => ({
      form: 'destruction', ...baseOf(books, 'R12-A4', titleZh, mark, foot), serialZh: `清册号 ${batch.number ?? ''}`, number: batch.number ?? '', listedOn: batch.proposedOn ?? '', totals: totalsOf(items), reasonZh: batch.reason ?? '',
      rows: items.map((c) => ({ title: c.title ?? '', issuer: c.issuer === books.terminal.organisation ? '本单位' : (c.issuer ?? '—'), kindZh: kindZh(c.carrierKind), number: [docOf(c) === '—' ? null : docOf(c), c.number].filter((s) => s !== null).join('\n'), level: c.level === null ? '—' : levelZh[c.level], volume: volumeOf(c), quantity: String(c.copies ?? 1), keeper: c.custodian ?? '' })),
      destroyerUnit: batch.placeName ?? (batch.place === null ? '' : fields.place.of[batch.place]), methodZh: batch.method === null ? '' : fields.method.of[batch.method], ...(batch.escorts === null ? {} : { escorts: batch.escorts }), ...(certificate ? { certificate: certificateOf(books, batch) } : {}),
    }),
  };
}
