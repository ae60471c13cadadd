import { useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { registerOf } from '#shared/registers/index.ts';
import { useAsk } from '../app/api.ts';
import { places } from '../app/places.ts';
import { shelvesOf } from '../app/rails.ts';
import { useClock, useMe } from '../app/session.tsx';
import { dayOf, shortMoment } from '../ui/days.ts';
import { Page, Pane } from '../ui/Page.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { Sentence } from './parts/Sentence.tsx';

/** 台账架: books as cards of one line: number, name, how many, last entry. */
export function Shelf() {
  const { shelf } = useParams();
  const me = useMe();
  const go = useNavigate();
  const today = dayOf(useClock());
  const answer = useAsk('shelf', {}, { keep: true });
  const box = useRef<HTMLDivElement>(null);
  const all = shelvesOf(me.roles);
  const shown = all.filter((s) => shelf === undefined || s.key === shelf);
  const move = (by: 1 | -1): void => {
    const books = [...(box.current?.querySelectorAll<HTMLElement>('a.book') ?? [])];
    const at = books.findIndex((b) => b === document.activeElement);
    books[Math.max(0, Math.min(books.length - 1, at + by))]?.focus();
  };
  useKeys([{ key: 'ArrowUp ArrowDown', label: '选册', run: (e) => move(e.key === 'ArrowDown' ? 1 : -1) }, { key: 'Enter', label: '打开', run: () => false }, { key: 'Escape', label: '回今日', when: true, bar: false, run: () => void go(places.today) }]);
  return (
    <Page title={shown.length === 1 && shelf !== undefined ? (shown[0]?.zh ?? '台账架') : '台账架'} sentence="登记只增不改：更正另起一稿，旧稿划线保留。">
      <Sentence refusal={answer.error?.refusal ?? null} />
      <div className="stack" ref={box}>
        {shown.map((s) => (
          <Pane key={s.key} title={s.zh} end={`${s.books.length} 册`}>
            {s.books.map((key) => {
              const book = answer.data?.find((b) => b.key === key);
              if (answer.data !== undefined && book === undefined) return null;
              return (
                <Link key={key} to={places.register(key)} className="book">
                  <span className="mono sec">{registerOf(key).id}</span>
                  <b>{registerOf(key).title}</b>
                  <span className="r">{book === undefined ? '' : `${book.count.toLocaleString('en-US')} 条`}</span>
                  <span className="sec">{book?.last == null ? '尚无登记' : `末次 ${/^\d{4}-\d\d-\d\dT/.test(book.last) ? shortMoment(book.last, today) : book.last}`}</span>
                  <span className="sec r">打开</span>
                </Link>
              );
            })}
          </Pane>
        ))}
      </div>
    </Page>
  );
}
