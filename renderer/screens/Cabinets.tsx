import { useNavigate } from 'react-router';
import { useDialogs } from '../app/dialogs.tsx';
import { places } from '../app/places.ts';
import { registers } from '#shared/registers/index.ts';
import { Act } from '../ui/Act.tsx';
import { Page } from '../ui/Page.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { cabinetFields } from './counting/fields.ts';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import './screens.css';

const kinds: Readonly<Record<string, string>> = registers.cabinets.fields.kind.of;
const text = (v: unknown): string => (typeof v === 'string' ? v : '');

/** 保密柜: registered once; from then on every act that names a place is held against it (P119–P121). */
export function Cabinets() {
  const navigate = useNavigate();
  const dialogs = useDialogs();
  const labels = (): void => dialogs.print({ form: 'cabinetLabels', titleZh: '柜具标签' });
  useKeys([{ key: 'F8', label: '打印标签', run: labels }]);
  return (
    <Page title="保密柜" sentence="绝密专柜，涉密与普通材料分柜" actions={<Act kbd="F8" onClick={labels}>打印标签</Act>}>
      <div className="cols">
        <div className="desk-left stack scroll">
          <Recent register="cabinets" view="used" titleZh="在用柜具" emptyZh="还没有登记柜具。" limit={50} lineOf={(v) => ({ title: text(v['place']), detail: `${kinds[text(v['kind'])] ?? ''}　${text(v['room'])}` })} actZh="变更" onAct={(id) => void navigate(`${places.record('cabinets', id)}?act=cabinet.change`)} />
        </div>
        <ActForm stacked command="cabinet.register" titleZh="登记柜具" verb="登记" postZh="登记柜具" fields={cabinetFields} keep={['kind', 'room', 'level']} />
      </div>
    </Page>
  );
}
