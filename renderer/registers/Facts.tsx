import { Link } from 'react-router';
import { isRegisterKey, registerOf } from '#shared/registers/index.ts';
import type { Register } from '#shared/registers/define.ts';
import type { Entry, LifeEntry } from '../app/answers.ts';
import { places } from '../app/places.ts';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Pane } from '../ui/Page.tsx';
import { unread, viewOf } from './fieldViews.tsx';

/** What a field was before it was last corrected, in words. */
export function formerWords(life: readonly LifeEntry[] | undefined): ReadonlyMap<string, string> {
  const former = new Map<string, string>();
  for (const e of [...(life ?? [])].sort((a, b) => b.seq - a.seq)) {
    if (e.kind !== 'corrected') continue;
    for (const c of e.changes) if (!former.has(c.field)) former.set(c.field, c.from === null || c.from === undefined ? '' : Array.isArray(c.from) ? c.from.join('、') : String(c.from));
  }
  return former;
}

/** 登记内容: every filled field of the definition; a corrected one shows its old value struck through. */
export function Facts({ spec, entry, life, today }: Readonly<{ spec: Register; entry: Entry; life: readonly LifeEntry[] | undefined; today: string }>) {
  const former = formerWords(life);
  const shown = Object.entries(spec.fields).filter(([name, field]) => {
    const value = entry.values[name];
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return false;
    return field.kind !== 'json' && name !== 'title' && !unread.has(name);
  });
  return (
    <Pane title="登记内容" end={`第 ${entry.corrections + 1} 稿`} className="facts">
      <div className="facts-list" tabIndex={0} role="region" aria-label="登记内容">
        <dl>
          {shown.map(([name, field]) => {
            const value = entry.values[name];
            const view = viewOf(field);
            const words = view.words({ field, value, today });
            const old = former.get(name) ?? '';
            return (
              <div key={name} className="fact">
                <dt>{field.label}</dt>
                <dd>
                  {field.kind === 'ref' && field.register !== undefined && isRegisterKey(field.register) ? <Link to={places.record(field.register, Number(value))}>{entry.labels?.[name] ?? `打开${registerOf(field.register).record}`}</Link> : field.kind === 'level' ? <LevelMark level={value as never} /> : words}
                  {old === '' || old === words ? null : <> <s>{old}</s></>}
                </dd>
              </div>
            );
          })}
        </dl>
      </div>
    </Pane>
  );
}
