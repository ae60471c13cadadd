import { registers } from '#shared/registers/index.ts';
import { secretGrades } from '#shared/registers/carriers.ts';
import { Page } from '../ui/Page.tsx';
import { ActForm } from './parts/ActForm.tsx';
import type { ActField, Typed } from './parts/fields.ts';
import { readPeriod } from './parts/typed.ts';
import './screens.css';

const carrier = registers.carriers.fields;
const classified = (t: Typed): boolean => ['confidential', 'secret', 'top_secret'].includes(t['level'] ?? '');

const commercial = (t: Typed): boolean => !classified(t) && t['regime'] === 'commercial_secret';

export const enterFields: readonly ActField[] = [
  { name: 'title', labelZh: '名称', kind: 'line', suggest: 'title', required: true, span: 8 },
  { name: 'carrierKind', labelZh: '载体类别', kind: 'choice', of: carrier.carrierKind.of, initial: 'paper' },
  { name: 'level', labelZh: '密级', kind: 'level' },
  { name: 'period', labelZh: '保密期限', kind: 'period', when: classified },
  { name: 'periodBasis', labelZh: '期限依据', kind: 'line', when: classified, hintZh: '超过最长期限时填写。' },
  { name: 'regime', labelZh: '性质', kind: 'choice', of: { ordinary: carrier.regime.of.ordinary, internal: carrier.regime.of.internal, work_secret: carrier.regime.of.work_secret, commercial_secret: carrier.regime.of.commercial_secret }, when: (t) => !classified(t) },
  { name: 'grade', labelZh: '商业秘密等级', kind: 'choice', of: secretGrades, when: commercial },
  { name: 'period', labelZh: '商业秘密期限', kind: 'line', read: readPeriod, hintZh: '如 3年。', when: commercial },
  { name: 'kindNote', labelZh: '内容和定级部门', kind: 'line', when: (t) => ['film', 'tape'].includes(t['carrierKind'] ?? ''), hintZh: '自制的录音、影像须填写。' },
  { name: 'basisDocument', labelZh: '定密依据', kind: 'line', when: classified },
  { name: 'accessScope', labelZh: '知悉范围', kind: 'names', when: (t) => classified(t) || commercial(t), span: 8 },
  { name: 'scopeUnit', labelZh: '知悉范围（单位）', kind: 'line', when: classified, hintZh: '不能写到人时填写。' },
  { name: 'custodian', labelZh: '责任人', kind: 'line', suggest: 'custodian', required: true },
  { name: 'place', labelZh: '存放位置', kind: 'line', suggest: 'place', required: true },
  { name: 'cabinetKind', labelZh: '柜具', kind: 'choice', of: carrier.cabinetKind.of },
  { name: 'source', labelZh: '来源', kind: 'choice', of: { produced: '自制', received: '收文', imported: '旧台账' }, initial: 'produced' },
  { name: 'issuer', labelZh: '制发机关', kind: 'line', suggest: 'issuer' },
  { name: 'issuedOn', labelZh: '制发日期', kind: 'day', hintZh: '保密期限从这一天起算。' },
  { name: 'docNumber', labelZh: '文号', kind: 'docNumber', suggest: 'docNumber' },
  { name: 'copySerial', labelZh: '份号', kind: 'line', span: 3 },
  { name: 'copies', labelZh: '份数', kind: 'count', span: 3 },
  { name: 'pages', labelZh: '页数', kind: 'count', span: 3 },
  { name: 'deviceSerial', labelZh: '序列号', kind: 'line', span: 3, when: (t) => ['usb', 'disk', 'internal_disk', 'card', 'laptop', 'optical'].includes(t['carrierKind'] ?? '') },
  { name: 'returnBy', labelZh: '清退日期', kind: 'day' },
  { name: 'copyingForbidden', labelZh: '制发机关不准复制', kind: 'flag' },
  { name: 'returnRequired', labelZh: '须清退制发机关', kind: 'flag' },
  { name: 'note', labelZh: '备注', kind: 'long' },
];

/** 登记载体: what did not come with the incoming mail, one at a time; place, keeper and level stay for the next one. */
export function EnterCarrier() {
  return (
    <Page title="登记载体" sentence="自制、带回或原有的载体逐件登记；收文请到“收文”成批登记">
      <ActForm command="carrier.enter" titleZh="载体" verb="登记" postZh="登记载体" fields={enterFields} keep={['level', 'period', 'carrierKind', 'custodian', 'place', 'cabinetKind', 'source', 'accessScope', 'issuer']} />
    </Page>
  );
}
