import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { registers } from '#shared/registers/index.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { places } from '../app/places.ts';
import { useMe } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { Seg } from '../ui/Seg.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { receiveFields, telegramActs } from './ending/fields.ts';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import { Facts, useRecord } from './parts/Subject.tsx';
import './screens.css';

const t = registers.telegrams.fields;
const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : Array.isArray(v) ? v.join('、') : '');

/** 密码电报: one keeper; read before him, extracted by him with leave, answered the way it came, returned (P144–P149). */
export function Telegrams() {
  const { no } = useParams();
  const navigate = useNavigate();
  const dialogs = useDialogs();
  const me = useMe();
  const telegram = useRecord('telegrams', no);
  const [mode, setMode] = useState(telegramActs[0]?.command ?? 'telegram.read');
  const act = telegramActs.find((a) => a.command === mode);
  const start = (): void => void navigate(places.telegrams());
  const print = (): void => dialogs.print({ register: 'telegrams', titleZh: '密码电报登记簿' });
  useKeys([{ key: 'Ctrl+N', label: '收电', run: start }, { key: 'F8', label: '打印登记簿', run: print }]);
  const v = telegram?.values ?? {};
  return (
    <Page
      title="密码电报"
      sentence="专人保管，不复制、不邮寄；密来密复，明来明复"
      tools={telegram === null || telegram.state !== 'in_custody' ? undefined : <Seg label="办理" items={telegramActs.map((a) => ({ key: a.command, zh: a.zh }))} value={mode} onChange={setMode} />}
      actions={<><Act kbd="F8" onClick={print}>打印登记簿</Act><Act kbd="Ctrl+N" tone="plain" onClick={start}>收电</Act></>}
    >
      <div className="cols">
        <div className="desk-left stack scroll">
          <Recent register="telegrams" filter={{ state: 'in_custody' }} titleZh="在库电报" emptyZh="没有在库的密码电报。" lineOf={(x) => ({ title: text(x['title']), detail: `${text(x['telegramNumber'])}　保管人${text(x['keeper'])}` })} actZh="打开" onAct={(id) => void navigate(places.telegrams(id))} />
          {telegram === null ? null : (
            <Pane title={`${telegram.number ?? ''}　${text(v['telegramNumber'])}`}>
              <div className="pad"><Facts rows={[['名称', text(v['title'])], ['发电单位', text(v['issuer'])], ['来电方式', t.channel.of[text(v['channel']) as keyof typeof t.channel.of]], ['保管人', text(v['keeper'])], ['载体', text(v['carrierNumber'])], ['阅读人', text(v['readers'])], ['摘录', text(v['extractsZh'])], ['复电', text(v['replyNumber'])]]} /></div>
            </Pane>
          )}
        </div>
        {telegram === null ? (
          <ActForm
            stacked command="telegram.receive" titleZh="收密码电报" verb="登记" postZh="登记收电" fields={receiveFields} given={{ keeper: me.name }}
            onPosted={(acted) => {
              const made = (acted.result as { telegram?: { id?: number } } | null)?.telegram?.id;
              if (made !== undefined) void navigate(places.telegrams(made));
            }}
          />
        ) : telegram.state === 'in_custody' && act !== undefined ? (
          <ActForm key={`${telegram.id} ${mode}`} stacked command={act.command} titleZh={act.zh} verb={act.zh} postZh={act.postZh} fields={act.fields} fixed={{ telegram: telegram.id }} given={{ by: text(v['keeper']), channel: mode === 'telegram.reply' ? text(v['channel']) : 'confidential_transport' }} seed={() => ({ carrier: text(v['carrierNumber']) })} />
        ) : (
          <section className="card grow pad mut">这份电报已退还或销毁。按 Ctrl+N 登记收电。</section>
        )}
      </div>
    </Page>
  );
}
