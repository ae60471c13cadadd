import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { QueryInput } from '#shared/contract/queries.ts';
import { useAsk } from '../../app/api.ts';
import { holdKeys } from '../../ui/typeAhead.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { matches } from './initials.ts';
import { step } from './walk.ts';

export type SuggestField = QueryInput<'suggest'>['field'];
export type Option = Readonly<{ value: string; labelZh: string; detailZh?: string }>;

type ComboProps = Readonly<{
  id?: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  /** A fixed list: only these values can be chosen. */
  options?: readonly Option[];
  /** Completion from the books: any text may be typed. */
  suggest?: SuggestField;
  /** Several names in one box: only the word at the end is completed. */
  several?: boolean;
  placeholder?: string;
  disabled?: boolean;
  className?: string;
  onBlur?: () => void;
  /** Told when a row of the list was taken. */
  onPick?: (value: string) => void;
  'aria-invalid'?: boolean;
  'aria-describedby'?: string;
  'aria-required'?: boolean;
  'aria-label'?: string;
}>;

const lastWord = (text: string): string => /[^、，,;；\s]*$/u.exec(text)?.[0] ?? '';

/**
 * One box that completes (ui 4, choice fields): typing filters on characters and pinyin initials, arrows choose, Enter takes the
 * highlighted one and lets the form walk on, F4 or Alt+↓ opens, Esc closes. Digits choose in fixed lists while the list is open.
 */
export function Combo(props: ComboProps) {
  const { id, name, value, onChange, options, suggest, several = false } = props;
  const list = useId();
  const box = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  /** The arrows were used: Enter takes the row even when nothing was typed. */
  const [walked, setWalked] = useState(false);

  const chosen = options?.find((o) => o.value === value);
  const shown = options === undefined ? value : (typed ?? chosen?.labelZh ?? '');
  const wanted = options === undefined ? (several ? lastWord(value) : value) : (typed ?? '');
  const asked = useAsk('suggest', { field: suggest ?? 'issuer', text: wanted.slice(0, 60) }, { enabled: open && suggest !== undefined, keep: true });
  const hits = useMemo<readonly Option[]>(() => {
    if (options !== undefined) return options.filter((o) => matches(o.labelZh, wanted));
    // While the next answer is on its way the former one is shown, but only what still fits: Enter must never take a name that was not typed.
    const fits = (asked.data ?? []).filter((text) => !asked.isPlaceholderData || matches(text, wanted));
    // What is written out in full stands as it is; a longer word is not put in its place.
    return fits.includes(wanted) ? [] : fits.map((text) => ({ value: text, labelZh: text }));
  }, [options, asked.data, asked.isPlaceholderData, wanted, value]);
  const shows = open && hits.length > 0;
  // Enter right after the letters, before the list is there, means the list that is coming.
  const asking = open && suggest !== undefined && wanted !== '' && asked.isFetching && (asked.data === undefined || asked.isPlaceholderData);
  const release = useRef<((drop?: boolean) => void) | null>(null);
  useKeys([{ key: 'Enter Tab', label: '取用', bar: false, when: asking, run: (e) => { release.current ??= holdKeys(e); } }], { within: box });
  useEffect(() => {
    if (asking) return;
    release.current?.();
    release.current = null;
  }, [asking]);
  useEffect(() => () => release.current?.(true), []);
  const current = Math.min(at, hits.length - 1);

  const take = (option: Option | undefined): void => {
    setOpen(false);
    setTyped(null);
    setWalked(false);
    if (option === undefined) return;
    onChange(several ? `${value.slice(0, value.length - lastWord(value).length)}${option.value}、` : option.value);
    props.onPick?.(option.value);
  };
  const onKeyDown = (e: KeyboardEvent<HTMLInputElement>): void => {
    // Keys of a composition belong to the input method; its first key has only the code 229.
    if (e.nativeEvent.isComposing || e.nativeEvent.keyCode === 229) return;
    const digit = options !== undefined && shows && /^Digit[1-9]$/.test(e.code) && !e.ctrlKey && !e.altKey ? Number(e.code.slice(5)) : 0;
    if (e.key === 'F4' || (e.altKey && e.key === 'ArrowDown')) {
      e.preventDefault();
      setAt(0);
      setWalked(true);
      setOpen(!open);
    } else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      setWalked(true);
      if (!shows) setOpen(true);
      else setAt((current + (e.key === 'ArrowDown' ? 1 : hits.length - 1)) % hits.length);
    } else if (e.key === 'Escape' && shows) {
      e.preventDefault();
      e.stopPropagation();
      setOpen(false);
      setTyped(null);
    } else if ((e.key === 'Enter' || e.key === 'Tab') && !e.shiftKey && shows) {
      // An open list belongs to its box (useKeys leaves these keys alone), so the box walks on by itself.
      const picks = wanted !== '' || walked;
      if (picks) take(hits[current]);
      else setOpen(false);
      if (e.key === 'Enter') {
        e.preventDefault();
        // Several names: the first Enter takes the name, the next one moves on.
        if (!several || !picks) step(e.currentTarget, 1);
      }
    } else if (e.key === 'Enter' && props.onPick !== undefined && value.trim() !== '') {
      e.preventDefault();
      props.onPick(value.trim());
    } else if (digit > 0 && digit <= hits.length) {
      e.preventDefault();
      take(hits[digit - 1]);
    }
  };

  return (
    <span className="combo">
      <input
        ref={box}
        id={id}
        data-field={name}
        className={`inp ${props.className ?? ''}`}
        role="combobox"
        aria-expanded={shows}
        aria-controls={list}
        aria-autocomplete="list"
        aria-invalid={props['aria-invalid']}
        aria-describedby={props['aria-describedby']}
        aria-required={props['aria-required']}
        aria-label={props['aria-label']}
        {...(shows ? { 'aria-activedescendant': `${list}-${current}` } : {})}
        autoComplete="off"
        spellCheck={false}
        disabled={props.disabled}
        placeholder={props.placeholder}
        value={shown}
        onChange={(e) => {
          setAt(0);
          setOpen(true);
          if (options === undefined) onChange(e.target.value);
          else {
            setTyped(e.target.value);
            if (e.target.value === '') onChange('');
          }
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // A fixed list takes its only match; anything else that names nothing falls back to what was chosen.
          if (options !== undefined && typed !== null && typed !== '' && hits.length >= 1) take(hits[current]);
          if (several && /[、，,\s]$/u.test(value)) onChange(value.replace(/[、，,\s]+$/u, ''));
          setOpen(false);
          setTyped(null);
          props.onBlur?.();
        }}
      />
      <ul id={list} role="listbox" aria-label="可选项" className="combo-list" hidden={!shows}>
        {hits.map((o, i) => (
          <li
            key={o.value}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === current}
            className={i === current ? 'on' : ''}
            onMouseDown={(e) => {
              e.preventDefault();
              take(o);
              box.current?.focus();
            }}
          >
            <i>{i < 9 && options !== undefined ? i + 1 : ''}</i>
            <span>{o.labelZh}</span>
            {o.detailZh === undefined ? null : <small>{o.detailZh}</small>}
          </li>
        ))}
      </ul>
    </span>
  );
}

/** A fixed list as the combo wants it. */
export const optionsOf = (of: Readonly<Record<string, string>>): Option[] => Object.entries(of).map(([value, labelZh]) => ({ value, labelZh }));
