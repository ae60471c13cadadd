import { useQueries } from '@tanstack/react-query';
import type { Level } from '#shared/levels.ts';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../../app/answers.ts';
import { ask } from '../../app/api.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { plainRules } from '../../ui/rules.ts';
import { Pane } from '../../ui/Page.tsx';
import { shortMoment } from '../../ui/days.ts';
import { objectIn } from '../parts/reply.ts';
import { Facts } from '../parts/Subject.tsx';

const text = (v: unknown): string => (typeof v === 'string' || typeof v === 'number' ? String(v) : '');

/** Words of the request's own fields; what has no word here is bound as well and listed under its name. */
const wordsZh: Readonly<Record<string, string>> = {
  destination: '目的地', purpose: '用途', dueOn: '应还日期', measures: '保护措施', keeper: '保管人', place: '地点', quantity: '份数', kind: '方式', copyingNote: '复制批注', returnBy: '收回日期', method: '销毁方式', placeName: '承销单位', room: '新位置', custodian: '责任人', pages: '页数', machine: '设备', operator: '复制人',
};

/** Codes among them, in words. */
const codeZh: Readonly<Record<string, Readonly<Record<string, string>>>> = { kind: registers.copies.fields.kind.of, method: registers.destructions.fields.method.of, place: registers.destructions.fields.place.of, purpose: registers.trips.fields.purpose.of };

/** A day means another thing in another act. */
const wordIn = (command: string, key: string, zh: string): string => (key !== 'dueOn' ? zh : command === 'carrier.carryOut' ? '应返回日期' : command === 'carrier.route' ? '应结束日期' : zh);

/** So many items are listed on screen; the printed form has all of them. */
const SHOWN = 50;

/** The whole request: what, how many, who, why, by which rules. Approval binds to exactly this. */
export function Request({ request, today }: Readonly<{ request: Entry; today: string }>) {
  const v = request.values;
  const all = (Array.isArray(v['carriers']) ? v['carriers'] : []).filter((x): x is number => typeof x === 'number');
  const ids = all.slice(0, SHOWN);
  const items = useQueries({ queries: ids.map((id) => ({ queryKey: ['record.get', { register: 'carriers', record: id }], queryFn: () => ask('record.get', { register: 'carriers', record: id }) })) });
  const input = objectIn(v['input']);
  const rows = Object.entries(wordsZh).flatMap(([key, zh]): [string, string][] => (text(input[key]) === '' ? [] : [[wordIn(text(v['command']), key, zh), codeZh[key]?.[text(input[key])] ?? text(input[key])]]));
  const quantity = Array.isArray(v['carriers']) ? v['carriers'].length : 0;
  return (
    <Pane title={`${request.number ?? ''}　${text(v['commandZh'])}`} end={<LevelMark level={(v['level'] ?? null) as Level | null} />}>
      <div className="pad stack">
        <Facts
          rows={[
            ['事由', text(v['subject'])],
            ['当事人', text(v['person'])],
            ['数量', text(v['quantity']) || (quantity > 0 ? `${quantity} 件` : '')],
            ['申请', `${text(v['requestedBy'])}　${text(v['requestedAt']) === '' ? '' : shortMoment(text(v['requestedAt']), today)}　${registers.approvals.fields.form.of[text(v['form']) as 'screen'] ?? ''}`],
            ...rows,
            ['依据', plainRules(text(v['rulesZh']))],
            ...(text(v['decidedBy']) === '' ? [] : [['审批', `${text(v['decidedBy'])}　${text(v['opinion'])}`] as const]),
          ]}
        />
        {ids.length === 0 ? null : (
          <ul className="lines flush">
            {items.map((answer, i) => (
              <li key={ids[i]}>
                <b className="nw">{answer.data?.number ?? '……'}</b>
                <span className="grow one">{text(answer.data?.values['title'])}</span>
                <LevelMark level={(answer.data?.values['level'] ?? null) as Level | null} period={text(answer.data?.values['secrecyPeriod']) || null} />
              </li>
            ))}
          </ul>
        )}
        {all.length > SHOWN ? <p className="notice warn">▲ 上面只列前 {SHOWN} 件，还有 {all.length - SHOWN} 件。请按 F8 打印审批单，看全再办。</p> : null}
        <p className="hint">批准只对以上各件、这一人、这一数量有效；改动任一项，批准即作废。</p>
      </div>
    </Pane>
  );
}
