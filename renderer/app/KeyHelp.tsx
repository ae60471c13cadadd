import { useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { keyLabel } from '../ui/keys.ts';
import { useShownKeys } from '../ui/useKeys.ts';

/** F1: every key of this page, and how fields understand what is typed. */
export function KeyHelp({ onClose }: Readonly<{ onClose: () => void }>) {
  // The keys of the page as they were before this dialog took the keyboard.
  const shown = useShownKeys();
  const [keys] = useState(shown);
  return (
    <Dialog title="本页按键" onClose={onClose} width={720}>
      <dl className="help">
        {keys.map((k) => (
          <div key={k.key}>
            <dt>{k.key.split(' ').map((one) => <kbd key={one}>{keyLabel(one)}</kbd>)}</dt>
            <dd>{k.label}</dd>
          </div>
        ))}
      </dl>
      <p className="sec small">日期可输 20（本月 20 日）、1120、20261120、0（今日）、-1（昨日）、+7（七日后），F4 打开日历。时间 0931 即 09:31。扫码枪须设为 USB-HID、美式键盘、后缀 Enter。</p>
    </Dialog>
  );
}
