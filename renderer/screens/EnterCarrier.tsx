import { registers } from '#shared/registers/index.ts';
import { Page } from '../ui/Page.tsx';
import { ActForm } from './parts/ActForm.tsx';
import type { ActField, Typed } from './parts/fields.ts';
import './screens.css';

const carrier = registers.carriers.fields;
const classified = (t: Typed): boolean => ['confidential', 'secret', 'top_secret'].includes(t['level'] ?? '');

const fields: readonly ActField[] = [
  { name: 'title', labelZh: '名称', kind: 'line', suggest: 'title', required: true, span: 8 },
  { name: 'carrierKind', labelZh: '载体类别', kind: 'choice', of: carrier.carrierKind.of, initial: 'paper' },
  { name: 'level', labelZh: '密级', kind: 'level' },
  { name: 'period', labelZh: '保密期限', kind: 'period', when: classified },
  { name: 'periodBasis', labelZh: '期限依据', kind: 'line', when: classified, hintZh: '超过最长期限时填写。' },
  { name: 'basisDocument', labelZh: '定密依据', kind: 'line', when: classified },
  { name: 'accessScope', labelZh: '知悉范围', kind: 'names', when: classified, span: 8 },
  { name: 'custodian', labelZh: '责任人', kind: 'line', suggest: 'custodian', required: true },
  { name: 'place', labelZh: '存放位置', kind: 'line', suggest: 'place', required: true },
  { name: 'cabinetKind', labelZh: '柜具', kind: 'choice', of: carrier.cabinetKind.of },
  { name: 'source', labelZh: '来源', kind: 'choice', of: { produced: '自制', received: '收文', imported: '旧台账' }, initial: 'produced' },
  { name: 'issuer', labelZh: '制发机关', kind: 'line', suggest: 'issuer' },
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
      <ActForm command="carrier.enter" titleZh="载体" verb="登记" postZh="登记载体" fields={fields} keep={['level', 'period', 'carrierKind', 'custodian', 'place', 'cabinetKind', 'source', 'accessScope', 'issuer']} />
    </Page>
  );
}
