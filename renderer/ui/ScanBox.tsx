import { useCallback, useRef, useState } from 'react';
import type { Ref } from 'react';
import { readLabelDigits } from '#shared/printing.ts';
import { Search } from './icons.tsx';
import { useKeys } from './useKeys.ts';
import { useScanner } from './useScanner.ts';

export type Scan = Readonly<{ text: string; how: 'scanned' | 'typed'; label: { book: number; year: number; serial: number } | null }>;

export type ScanBoxProps = Readonly<{
  /** What may be scanned or typed here. */
  prompt: string;
  onScan: (scan: Scan) => void;
  /** The fixed line under the box: what the last scan did, with word and shape. */
  last?: Readonly<{ text: string; good: boolean }> | undefined;
  inputRef?: Ref<HTMLInputElement>;
}>;

/**
 * One box for scanner and hand: number, number tail, title, name. Listens also while nothing editable has the focus, clears
 * itself after every scan, and keeps one line about the last one.
 */
export function ScanBox({ prompt, onScan, last, inputRef }: ScanBoxProps) {
  const [text, setText] = useState('');
  const own = useRef<HTMLLabelElement>(null);
  const send = useCallback(
    (typed: string, how: Scan['how']) => {
      const tidy = typed.normalize('NFKC').trim();
      setText('');
      if (tidy !== '') onScan({ text: tidy, how, label: readLabelDigits(tidy) });
    },
    [onScan],
  );
  useScanner({ onDigits: setText, onCode: (code) => send(code, 'scanned') });
  useKeys([{ key: 'Enter', label: '查', when: text !== '', run: () => send(text, /^\d{12}$/.test(text) ? 'scanned' : 'typed') }], { within: own });
  return (
    <div className="scan">
      <label className="scan-box" ref={own}>
        <Search />
        <span className="sr">{prompt}</span>
        <input ref={inputRef} value={text} placeholder={prompt} autoComplete="off" onChange={(e) => setText(e.target.value)} />
      </label>
      <p className={`scan-last ${last === undefined ? '' : last.good ? 'y' : 'n'}`} role="status">
        {last === undefined ? '　' : `上一次扫码　${last.good ? '✔' : '✕'} ${last.text}`}
      </p>
    </div>
  );
}
