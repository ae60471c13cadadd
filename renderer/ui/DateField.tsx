import { Calendar } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import type { Ref } from 'react';
import { useClock } from '../app/session.tsx';
import { dayOf, echoDay, readDay } from './days.ts';
import { useKeys } from './useKeys.ts';

export type DateFieldProps = Readonly<{
  /** ISO day or ''. */
  value: string;
  /** Gets the ISO day, '' when emptied, and null while what is typed names no day. */
  onChange: (day: string | null) => void;
  id?: string;
  inputRef?: Ref<HTMLInputElement>;
  placeholder?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  'aria-required'?: boolean;
  'aria-label'?: string;
}>;

/** A day typed in digits and echoed at once; the calendar only on F4. */
export function DateField({ value, onChange, inputRef, placeholder = '如 20、1120、+7', ...aria }: DateFieldProps) {
  const today = dayOf(useClock());
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  // A value set from outside replaces what was typed; the echo of one's own typing does not.
  useEffect(() => setTyped((t) => (t !== null && readDay(t, today) === value ? t : null)), [value, today]);
  const read = typed === null || typed.trim() === '' ? value : readDay(typed, today);
  useKeys([{ key: 'F4 Alt+ArrowDown', label: '日历', run: () => setOpen((was) => !was) }, { key: 'Escape', label: '收起日历', when: open, run: () => setOpen(false) }], { within: box });
  return (
    <span className="date-field" ref={box}>
      <input
        {...aria}
        ref={inputRef}
        className="inp"
        autoComplete="off"
        value={typed ?? value}
        placeholder={placeholder}
        onChange={(e) => {
          setTyped(e.target.value);
          const day = e.target.value.trim() === '' ? '' : readDay(e.target.value, today);
          if (day !== value) onChange(day);
        }}
        onBlur={() => {
          if (read !== null) setTyped(null);
        }}
      />
      <span className="echo" aria-live="polite">{read === null ? '没有这一天' : read === '' ? '' : <Echo sentence={echoDay(read, today)} whole={typed !== null} />}</span>
      {open ? (
        <div className="calendar" role="dialog" aria-label="日历">
          <Calendar
            fullscreen={false}
            value={dayjs(read === null || read === '' ? today : read)}
            onSelect={(day) => {
              onChange(day.format('YYYY-MM-DD'));
              setOpen(false);
            }}
          />
        </div>
      ) : null}
    </span>
  );
}

/** 11-27 周五（7 日后）; the day itself only while it is typed in short, and the distance only where there is room. */
function Echo({ sentence, whole }: Readonly<{ sentence: string; whole: boolean }>) {
  const [, day = '', weekday = '', far = ''] = /^(\S+) ([^（]+)(.*)$/u.exec(sentence) ?? [];
  return <>{whole ? `${day} ` : ''}{weekday}<span className="far">{far}</span></>;
}
