import { isLabelStock, labelsPerSheet, labelStocks } from '#shared/printing.ts';
import type { LabelStock } from '#shared/printing.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import { Combo } from '../parts/Combo.tsx';
import { narrow } from '../parts/typed.ts';

/** Which labels lie in the printer, and where the first free one is. */
export type Sheets = Readonly<{ stock: LabelStock; codeKind: 'code128' | 'qr'; skip: string }>;

/** What a form of labels begins with; null for any other form. Cabinets bear larger labels. */
export const usualSheets = (form: string | undefined): Sheets | null => (form === 'labels' ? { stock: 'a4-24', codeKind: 'code128', skip: '' } : form === 'cabinetLabels' ? { stock: 'a4-14', codeKind: 'code128', skip: '' } : null);

/** The choice as printing takes it; a number that is none leaves no place free. */
export const sheetsChosen = ({ stock, codeKind, skip }: Sheets): Readonly<{ stock: LabelStock; codeKind: string; skip: number }> => {
  const used = /^\d{1,2}$/.test(narrow(skip).trim()) ? Number(narrow(skip)) : 0;
  return { stock, codeKind, skip: used < labelsPerSheet(stock) ? used : 0 };
};

const stocks = (Object.keys(labelStocks) as LabelStock[]).map((value) => ({ value, labelZh: `A4 ${labelStocks[value].titleZh}` }));
const codes = [{ value: 'code128', labelZh: '一维码' }, { value: 'qr', labelZh: '二维码' }];

/** Left of a preview of labels: the sheet, the code, the places that were used before. */
export function LabelSheets({ sheets, onChange, disabled }: Readonly<{ sheets: Sheets; onChange: (next: Sheets) => void; disabled: boolean }>) {
  return (
    <fieldset className="plain-set stack" disabled={disabled}>
      <FormRow label="标签纸"><Combo name="stock" value={sheets.stock} onChange={(stock) => { if (isLabelStock(stock)) onChange({ ...sheets, stock }); }} options={stocks} /></FormRow>
      <FormRow label="条码"><Combo name="codeKind" value={sheets.codeKind} onChange={(codeKind) => onChange({ ...sheets, codeKind: codeKind === 'qr' ? 'qr' : 'code128' })} options={codes} /></FormRow>
      <FormRow label="已用枚数" hint="第一张标签纸上已经用掉的，从左上角起数。"><input className="inp num" data-field="skip" inputMode="numeric" value={sheets.skip} onChange={(e) => onChange({ ...sheets, skip: e.target.value })} /></FormRow>
    </fieldset>
  );
}
