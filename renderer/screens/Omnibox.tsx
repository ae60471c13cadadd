import { useId, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { registerOf } from '#shared/registers/index.ts';
import { useAsk } from '../app/api.ts';
import { places } from '../app/places.ts';
import { railOf, shelvesOf, spokenOf } from '../app/rails.ts';
import { useMay, useMe } from '../app/session.tsx';
import { useRested } from '../registers/useRegisterPage.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Key } from '../ui/Key.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import type { Level } from '#shared/levels.ts';
import { useKeys } from '../ui/useKeys.ts';
import { matches } from './parts/initials.ts';

type Row = Readonly<{ key: string; group: string; number: string | null; titleZh: string; detailZh: string; level: Level | null; kbd?: string; to: string }>;

/** Ctrl+K, F3: any record, person, book or act. The right column says where it is and who has it, so half of all questions need no page. */
export function Omnibox({ onClose }: Readonly<{ onClose: () => void }>) {
  return (
    <Dialog title="查找" onClose={onClose} width={1080}>
      <Finder onClose={onClose} />
    </Dialog>
  );
}

function Finder({ onClose }: Readonly<{ onClose: () => void }>) {
  const me = useMe();
  const go = useNavigate();
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const rested = useRested(text.trim(), 60);
  const reads = useMay('clerk', 'approver');
  const found = useAsk('search', { text: rested }, { enabled: reads && rested !== '', keep: true });

  const acts = useMemo<Row[]>(() => {
    const verbs = railOf(me.roles).map((v): Row => ({ key: `act ${v.key}`, group: '办理', number: null, titleZh: v.zh, detailZh: '', level: null, ...(v.digit === undefined ? {} : { kbd: `Ctrl+${v.digit}` }), to: v.to }));
    const books = shelvesOf(me.roles).flatMap((s) => s.books).map((b): Row => ({ key: `book ${b}`, group: '台账', number: registerOf(b).id, titleZh: registerOf(b).title, detailZh: '打开台账', level: null, to: places.register(b) }));
    const clerk: readonly (readonly [string, string])[] = [['登记载体', places.enter], ['登记人员', places.person], ['登记计算机', places.computer], ['违规登记', places.violation], ['拒绝办理登记', places.refusal], ['导入', places.import()], ['核验', places.verify], ['备份', places.backups]];
    const everyone: readonly (readonly [string, string])[] = [['改口令', places.accounts], ['本机', places.terminal], ['制度与规则', places.policy], ['台账架', places.shelf()]];
    const more = [...(me.roles.includes('clerk') ? clerk : []), ...everyone]
      .filter(([, to]) => !verbs.some((v) => v.to === to))
      .map(([zh, to]): Row => ({ key: `act ${zh}`, group: '办理', number: null, titleZh: zh, detailZh: '', level: null, to }));
    return [...books, ...verbs, ...more];
  }, [me.roles]);

  const rows = useMemo<Row[]>(() => {
    const wanted = text.trim();
    const hits = wanted === '' ? [] : (found.data?.groups ?? []).flatMap((g) => g.hits.map((h): Row => ({ key: `${h.register} ${h.id}`, group: g.titleZh, number: h.number, titleZh: h.titleZh, detailZh: h.detailZh, level: h.level, to: places.record(h.register, h.id) })));
    const fitting = acts.filter((a) => (wanted === '' ? a.group === '办理' : (a.group === '办理' ? spokenOf(a.titleZh) : [a.titleZh]).some((said) => matches(said, wanted))));
    // What is called exactly so stands first: 导入 is the act, not the book of import batches.
    const exact = fitting.filter((a) => a.titleZh === wanted);
    return [...exact, ...hits, ...fitting.filter((a) => !exact.includes(a))];
  }, [found.data, acts, text]);
  const here = Math.max(0, Math.min(at, rows.length - 1));
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setAt(next);
    document.getElementById(`${base}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const take = (row: Row | undefined): void => {
    if (row === undefined) return;
    onClose();
    void go(row.to);
  };
  useKeys([
    { key: 'ArrowUp ArrowDown', label: '选', run: (e) => move(here + (e.key === 'ArrowDown' ? 1 : -1)) },
    { key: 'Enter', label: '打开', when: rows.length > 0, run: () => take(rows[here]) },
    { key: 'F7', label: '借还', when: isCarrier(rows[here]), run: () => take(rows[here] === undefined ? undefined : { ...rows[here], to: places.deskFor(rows[here].number ?? '') }) },
  ]);
  const none = text.trim() !== '' && rows.length === 0 && rested === text.trim() && !found.isFetching;
  return (
    <div className="omnibox">
      <input
        className="inp"
        autoFocus
        role="combobox"
        aria-label="扫码，或输编号、文号、题名、姓名、柜号、拼音首字母"
        aria-expanded="false"
        aria-controls={`${base}-list`}
        aria-activedescendant={`${base}-${here}`}
        placeholder="扫码，或输编号 / 文号 / 题名 / 姓名 / 柜号 / 拼音首字母"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(e) => {
          setText(e.target.value);
          setAt(0);
        }}
      />
      <div className="omnibox-list" id={`${base}-list`} role="listbox" aria-label="结果" ref={list}>
        {rows.map((row, i) => (
          <div key={row.key} role="presentation">
            {rows[i - 1]?.group === row.group ? null : <p className="grp" role="presentation">{row.group}</p>}
            <div id={`${base}-${i}`} role="option" aria-selected={i === here} onMouseEnter={() => setAt(i)} onClick={() => take(row)}>
              <span className="nw">{row.number ?? ''}</span>
              <span className="cut">{row.titleZh}</span>
              <span className="cut more">{row.detailZh}</span>
              <span>{row.level === null ? null : <LevelMark level={row.level} />}{row.kbd === undefined ? null : <Key name={row.kbd} />}</span>
            </div>
          </div>
        ))}
      </div>
      {rows[here] === undefined || rows[here].detailZh === '' || rows[here].number === null ? null : <p className="omnibox-answer"><b>{rows[here].number}</b>　{rows[here].titleZh}　<span className="sec">{rows[here].detailZh}</span></p>}
      {none ? <p className="sec" role="status">没有找到“{text.trim()}”。试试题名、姓名或拼音首字母；编号可以只输末几位。</p> : null}
      {reads ? null : <p className="sec small">您现在的身份不查阅台账内容，这里只列出可办的事。</p>}
    </div>
  );
}

const isCarrier = (row: Row | undefined): boolean => row !== undefined && row.to.startsWith(`${places.register('carriers')}/`) && row.number !== null;
