import type { Ref } from 'react';
import { useRef } from 'react';
import { useKeys } from '../ui/useKeys.ts';

export type Chip = Readonly<{ name: string; label: string; of: Readonly<Record<string, string>> }>;
export type FilterLineProps = Readonly<{
  inputRef: Ref<HTMLInputElement>;
  search: string;
  onSearch: (text: string) => void;
  chips: readonly Chip[];
  filter: Readonly<Record<string, string>>;
  onFilter: (filter: Readonly<Record<string, string>>) => void;
  history: boolean;
  onHistory: (on: boolean) => void;
  /** Enter or ↓ in the find box: back to the table. */
  onDone: () => void;
}>;

/** Find box and filter chips over a table. A chip that filters is filled, and says what it lets through. */
export function FilterLine({ inputRef, search, onSearch, chips, filter, onFilter, history, onHistory, onDone }: FilterLineProps) {
  const box = useRef<HTMLDivElement>(null);
  useKeys([{ key: 'Enter ArrowDown', label: '到表中', run: (e) => (e.target instanceof HTMLInputElement && e.target.type !== 'checkbox' ? onDone() : false) }], { within: box });
  return (
    <div className="filters" ref={box}>
      <input ref={inputRef} className="inp find" type="search" aria-label="本表内查找" placeholder="本表内查找：题名、文号、姓名…" value={search} onChange={(e) => onSearch(e.target.value)} autoComplete="off" />
      {chips.map((chip) => {
        const value = filter[chip.name];
        return (
          <label key={chip.name} className={`chip${value === undefined ? '' : ' on'}`}>
            {chip.label}
            <select
              value={value ?? ''}
              onChange={(e) => {
                const { [chip.name]: _was, ...rest } = filter;
                onFilter(e.target.value === '' ? rest : { ...rest, [chip.name]: e.target.value });
              }}
            >
              <option value="">全部</option>
              {Object.entries(chip.of).map(([code, zh]) => <option key={code} value={code}>{zh}</option>)}
            </select>
          </label>
        );
      })}
      <label className={`chip${history ? ' on' : ''}`}>
        <input type="checkbox" checked={history} onChange={(e) => onHistory(e.target.checked)} />
        显示旧稿
      </label>
    </div>
  );
}
