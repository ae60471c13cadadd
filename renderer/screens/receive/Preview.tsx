import type { ReactNode } from 'react';
import type { Level } from '#shared/levels.ts';
import type { AnswerOf } from '../../app/answers.ts';
import { Act } from '../../ui/Act.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { narrow, periodZh, readPeriod } from '../parts/typed.ts';
import { copiesOf } from './entry.ts';
import type { Entry } from './entry.ts';

type Props = Readonly<{
  entry: Entry;
  duplicates: AnswerOf<'receipt.duplicates'>['duplicates'];
  checked: boolean;
  onDistinct: (number: string) => void;
  onPost: () => void;
  busy: boolean;
  notNow: string | undefined;
  children?: ReactNode;
}>;

/** What will be registered: label, the four statutory acts (清点 编号 登记 签收), and whether it is registered already. */
export function Preview({ entry, duplicates, checked, onDistinct, onPost, busy, notNow, children }: Props) {
  const level = (entry.level || null) as Level | null;
  const same = duplicates[0];
  const tick = (on: boolean, zh: string): ReactNode => <span><b className={on ? 'y' : 'mut'} aria-hidden="true">{on ? '✔' : '○'}</b>{zh}</span>;
  return (
    <aside className="prev" data-pane aria-label="将登记为">
      <h3>将登记为</h3>
      <div className="label">
        <div className="a"><LevelMark level={level} period={periodZh(readPeriod(entry.period)) || null} />{level === null ? <span className="mut">非密</span> : null}<b>编号登记时定</b></div>
        <p>{entry.docNumber || '文号'}　{entry.copySerial}</p>
        <p className="one">{entry.title || '题名'}</p>
      </div>
      <div className="four">
        {tick(entry.pages !== '', `清点 ${copiesOf(entry)} 份${entry.pages === '' ? '' : ` ${entry.pages} 页`}`)}
        {tick(false, '编号 登记时定')}
        {tick(false, '登记')}
        {tick(entry.signedBy !== '', `签收 ${entry.signedBy}`)}
      </div>
      <ParcelCheck entry={entry} />
      {same === undefined ? (
        <p className="small sec">{entry.docNumber === '' ? '查重：填文号后即查。' : checked ? '查重：文号＋份号未登记过。' : '正在查重……'}</p>
      ) : (
        <div className="notice warn" role="alert">
          <p>文号 {entry.docNumber}{entry.copySerial === '' ? '' : ` 份号 ${entry.copySerial}`} 已登记为 {same.number}。若是另一份，请改份号；若登记有误，打开原登记按 F2 更正。</p>
          {entry.distinctFrom === same.number ? <p><b>已声明：确为另一件。</b></p> : <Act small onClick={() => onDistinct(same.number)}>确为另一件</Act>}
        </div>
      )}
      {children}
      <div className="push"><Act tone="primary" kbd="Ctrl+S" busy={busy} notNow={notNow} onClick={onPost}>登记并继续</Act></div>
    </aside>
  );
}

/** What was counted against what the list in the envelope says, while it is typed: a shortage opens a case with the registration (P054). */
function ParcelCheck({ entry }: Readonly<{ entry: Entry }>) {
  const listed = Number(narrow(entry.expectedCopies));
  const got = copiesOf(entry);
  const broken = entry.sealIntact === '0';
  if ((narrow(entry.expectedCopies) === '' || Number.isNaN(listed)) && !broken) return null;
  if (narrow(entry.expectedCopies) === '' || Number.isNaN(listed)) return <p className="notice warn" role="status">信封封签破损，登记时随即立案追查。</p>;
  if (got === listed) return <p className="small sec" role="status">清单 {listed} 份，实收 {got} 份，相符。{broken ? '信封封签破损，登记时随即立案追查。' : ''}</p>;
  return <p className="notice warn" role="status">清单 {listed} 份，实收 {got} 份，{got < listed ? `少 ${listed - got} 份，登记时随即立案查找` : `多 ${got - listed} 份，请再点一遍，并向来文单位核对`}。{broken ? '信封封签破损，一并立案追查。' : ''}</p>;
}
