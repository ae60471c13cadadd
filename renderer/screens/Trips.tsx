import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Entry } from '../app/answers.ts';
import { ask } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { Act } from '../ui/Act.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { carryOutFields, checkInFields } from './archive/fields.ts';
import { idIn, useItems } from './archive/useItems.ts';
import { Items } from './dispatch/Items.tsx';
import { ActForm } from './parts/ActForm.tsx';
import { Recent } from './parts/Recent.tsx';
import { Facts } from './parts/Subject.tsx';
import './screens.css';

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');

/** 携带外出: approved and packed by a list in two copies, counted when it comes back (P105–P111). */
export function Trips() {
  const [search] = useSearchParams();
  const dialogs = useDialogs();
  const [items, setItems] = useItems(search.get('carrier'));
  const [writing, setWriting] = useState(false);
  const [trip, setTrip] = useState<Entry | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const look = async (record: number): Promise<void> => {
    setTrip(await ask('record.get', { register: 'trips', record }));
  };
  const [asked] = useState(search.get('trip'));
  useEffect(() => {
    if (asked !== null) void look(Number(asked));
  }, [asked]);

  // What is out leads to its trip; it cannot go a second time.
  const away = items.find((i) => i.values['state'] === 'carried_out');
  useEffect(() => {
    if (away === undefined) return;
    setItems([]);
    if (typeof away.values['trip'] === 'number') void look(away.values['trip']);
  }, [away, setItems]);

  const out = trip?.values['state'] === 'out';
  const begin = (): void => {
    setTrip(null);
    setSaid(null);
    setWriting(items.length > 0);
  };
  const list = (): void => dialogs.print({ form: 'packingList', filter: { trip: trip?.id ?? 0 }, titleZh: `装箱清单 ${trip?.number ?? ''}` });
  const sheet = (): void => dialogs.print({ form: 'carryOutSheet', filter: { trip: trip?.id ?? 0 }, titleZh: `外出携带审批表 ${trip?.number ?? ''}` });
  useKeys([{ key: 'Ctrl+N', label: '填写外出', when: !writing, run: begin }, { key: 'F7', label: '打印审批表', when: trip !== null, run: sheet }, { key: 'F8', label: '打印装箱清单', when: trip !== null, run: list }]);
  const posted = async (id: number | null): Promise<void> => {
    if (id !== null) await look(id);
    setSaid('已登记外出。请按 F8 打印装箱清单，一联随箱，一联留存。');
    setItems([]);
    setWriting(false);
  };
  return (
    <Page
      title="携带外出"
      sentence="先批准、按清单装箱，返回当面清点"
      actions={<>{trip === null ? null : <><Act kbd="F7" onClick={sheet}>打印审批表</Act><Act kbd="F8" onClick={list}>打印装箱清单</Act></>}<Act kbd="Ctrl+N" tone={trip === null && !writing ? 'primary' : 'plain'} onClick={begin}>填写外出</Act></>}
    >
      {said === null ? null : <p className="notice good" role="status">✔ {said}</p>}
      <div className="cols">
        <div className="desk-left stack scroll">
          <Items items={items} onChange={(next) => { setItems(next); setTrip(null); }} />
          <Recent register="trips" view="out" titleZh="在外" emptyZh="没有携带外出的载体。" limit={8} lineOf={(v) => ({ title: `${text(v['travellerName'])}　${text(v['itemCount'])} 件`, detail: `${text(v['destination'])}　应于 ${text(v['dueOn'])} 返回` })} actZh="返回" onAct={(id) => { setWriting(false); setSaid(null); void look(id); }} />
        </div>
        {trip !== null ? (
          <div className="stack grow min0">
            <Pane title={`${trip.number ?? ''}　${text(trip.values['travellerName'])}`}>
              <div className="pad"><Facts rows={[['目的地', text(trip.values['destination'])], ['载体编号', text(trip.values['itemNumbers'])], ['装箱件数', `${text(trip.values['countOut'])} 件`], ['应返回', text(trip.values['dueOn'])], ['保护措施', text(trip.values['measures'])]]} /></div>
            </Pane>
            {out ? <ActForm key={`${trip.id} ${trip.revision}`} stacked command="carrier.checkIn" titleZh="外出返回" verb="返回" postZh="登记返回" fields={checkInFields} fixed={{ trip: trip.id }} onPosted={() => { setSaid(`已登记 ${trip.number ?? ''} 返回。`); setTrip(null); }} /> : null}
          </div>
        ) : items.length === 0 ? (
          <section className="card grow pad mut">请扫入要带出的载体；返回的，在左边“在外”中选定后清点登记。</section>
        ) : !writing ? (
          <section className="card grow pad stack"><p className="mut">已列 {items.length} 件。可接着扫；扫完按 Ctrl+N 填写。</p><p><Act tone="primary" kbd="Ctrl+N" onClick={begin}>填写外出登记</Act></p></section>
        ) : (
          <ActForm key="carryOut" stacked command="carrier.carryOut" titleZh="携带外出" verb="外出" postZh={`登记外出 ${items.length} 件`} fields={carryOutFields} fixed={{ carriers: items.map((i) => i.id) }} onPosted={(acted) => void posted(idIn(acted.result, 'trip'))} />
        )}
      </div>
    </Page>
  );
}
