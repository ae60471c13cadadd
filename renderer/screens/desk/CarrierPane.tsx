import type { Level } from '#shared/levels.ts';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../../app/answers.ts';
import { useAsk } from '../../app/api.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { Pane } from '../../ui/Page.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import { daysBetween } from '../../ui/days.ts';

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** What is on the desk: mark, title, number, where it is and who may know it. */
export function CarrierPane({ carrier, today, more }: Readonly<{ carrier: Entry | null; today: string; more: number }>) {
  const where = useAsk('carrier.where', { carrier: carrier?.id ?? 1 }, { enabled: carrier !== null });
  if (carrier === null) return <Pane title="载体"><p className="pad mut">请扫描标签，或输入编号尾数、题名。</p></Pane>;
  const v = carrier.values;
  const due = text(v['dueOn']);
  const late = due !== '' && due < today ? daysBetween(due, today) : 0;
  const scope = Array.isArray(v['accessScope']) ? (v['accessScope'] as string[]) : [];
  return (
    <Pane title="载体" end={more > 0 ? `另有 ${more} 件待办` : '可再扫下一件'}>
      <div className="pad obj">
        <LevelMark level={(v['level'] ?? null) as Level | null} period={text(v['secrecyPeriod']) || null} />
        <p className="tt">{text(v['title'])}</p>
        <dl className="kv">
          <dt>编号</dt><dd>{carrier.number}</dd>
          <dt>文号·份号</dt><dd>{text(v['docNumber']) || '—'}　{text(v['copySerial'])}</dd>
          <dt>现在何处</dt>
          <dd><StateWord state={carrier.state} word={registers.carriers.fields.state.of[carrier.state as keyof typeof registers.carriers.fields.state.of] ?? ''} overdue={late} />　{where.data?.answerZh ?? text(v['place'])}</dd>
          <dt>知悉范围</dt><dd>{scope.length > 0 ? `${scope.length} 人：${scope.slice(0, 6).join('、')}${scope.length > 6 ? ' 等' : ''}` : text(v['scopeUnit']) || '未确定到人'}</dd>
          {due === '' ? null : <><dt>应还</dt><dd className={late > 0 ? 'bad' : ''}>{due}{late > 0 ? `，超 ${late} 日` : ''}</dd></>}
        </dl>
      </div>
    </Pane>
  );
}
