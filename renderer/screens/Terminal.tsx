import { useState } from 'react';
import { file, useAsk, useDo } from '../app/api.ts';
import { useDialogs } from '../app/dialogs.tsx';
import { useClock, useMay, useOpen } from '../app/session.tsx';
import { Act } from '../ui/Act.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { Page, Pane } from '../ui/Page.tsx';
import { dayOf, shortMoment } from '../ui/days.ts';
import { useKeys } from '../ui/useKeys.ts';
import { ClockConfirm } from './terminal/ClockConfirm.tsx';
import { Combo, optionsOf } from './parts/Combo.tsx';
import { textIn } from './parts/reply.ts';
import { Sentence } from './parts/Sentence.tsx';
import { Facts } from './parts/Subject.tsx';
import './screens.css';

const settings = { organisation: '单位名称', department: '部门', terminalNumber: '终端编号', backupFolder: '备份位置', secondAnchorFolder: '第二锚点位置' } as const;
type Setting = keyof typeof settings;
const isFolder = (key: Setting): boolean => key === 'backupFolder' || key === 'secondAnchorFolder';

/** 本机 (ui 5.12): isolation findings with clause, what this installation is, and its settings. */
export function Terminal() {
  const { terminal, preview } = useOpen();
  const clock = useClock();
  const dialogs = useDialogs();
  const system = useMay('system_administrator');
  const isolation = useAsk('isolation', {});
  const facts = useAsk('terminal', {});
  const { run, busy, refusal } = useDo();
  const [key, setKey] = useState<Setting>('backupFolder');
  const [value, setValue] = useState('');
  const [done, setDone] = useState<string | null>(null);
  const findings = isolation.data ?? [];
  const bad = findings.filter((f) => !f.ok);
  const print = (): void => dialogs.print({ form: 'isolation', titleZh: '隔离状态说明' });
  useKeys([
    { key: 'F5', label: '重新自检', run: () => void isolation.refetch() },
    { key: 'F8', label: '打印隔离说明', run: print },
  ]);
  const change = async (): Promise<void> => {
    if ((await run('setting.change', { key, value: value.trim() })).ok) {
      setDone(`${settings[key]}已变更`);
      setValue('');
    }
  };
  const choose = async (): Promise<void> => {
    const answer = await file<{ path: string } | null>('chooseFolder');
    if (answer.ok && answer.value !== null) setValue(answer.value.path);
  };
  const t = facts.data;
  return (
    <Page
      title="本机"
      sentence={bad.length === 0 ? '未发现违反隔离要求的设备或接口' : `有 ${bad.length} 项须处理`}
      actions={<><Act kbd="F8" onClick={print}>打印隔离说明</Act><Act kbd="F5" tone="primary" busy={isolation.isFetching} onClick={() => void isolation.refetch()}>重新自检</Act></>}
    >
      {done === null ? null : <p className="notice good" role="status">✔ {done}。</p>}
      <div className="cols">
        <Pane title="隔离自检" grow end={`${findings.length} 项`}>
          <Sentence refusal={isolation.error?.refusal ?? null} />
          <ul className="checks scroll">
            {findings.map((f) => (
              <li key={f.check} className="check-line iso-line">
                <span className={f.ok ? 'y' : 'n'} aria-hidden="true">{f.ok ? '✔' : '▲'}</span>
                <span className="sr">{f.ok ? '正常' : '须处理'}</span>
                <span>{f.findingZh}</span>
                <small className="mut">{typeof f.source === 'string' ? f.source : (f.source.law ?? '本单位制度')}</small>
              </li>
            ))}
          </ul>
        </Pane>
        <div className="side wide stack">
          <Pane title="终端">
            <div className="pad">
              <Facts
                rows={[
                  ['单位', terminal.organisation],
                  ['部门', textIn(t, 'department')],
                  ['终端编号', terminal.terminalNumber],
                  ['终端密级', terminal.levelZh],
                  ['时钟', shortMoment(clock.toISOString(), dayOf(clock)) + (textIn(t, 'testClock') === 'true' || t?.['testClock'] === true ? '（测试时钟）' : '')],
                  ['程序', `守密台账工作站 ${textIn(t, 'version')}${preview ? '（预览运行）' : ''}`],
                  ['库结构', textIn(t, 'schema')],
                  ['库标识', <span key="id" className="mono breaks">{textIn(t, 'storeId')}</span>],
                  ['备份位置', textIn(t, 'backupFolder')],
                ]}
              />
              <p className="hint">本程序的加密用于防止介质丢失后被直接读取，不替代国家对密码和涉密设备的要求。</p>
            </div>
          </Pane>
          {system ? (
            <Pane title="设置">
              <div className="pad stack" data-form>
                <FormRow label="项目"><Combo name="key" value={key} onChange={(k) => setKey((k === '' ? 'backupFolder' : k) as Setting)} options={optionsOf(settings)} /></FormRow>
                <FormRow label="新值" hint={isFolder(key) ? '本机内置硬盘上的文件夹；可移动介质和网络位置会被拒绝。' : undefined}><input className="inp" data-field="value" value={value} onChange={(e) => setValue(e.target.value)} /></FormRow>
                <div className="bt">{isFolder(key) ? <Act onClick={() => void choose()}>选择文件夹…</Act> : null}<Act busy={busy} notNow={value.trim() === '' ? '请填写新值。' : undefined} onClick={() => void change()}>变更设置</Act></div>
                <Sentence refusal={refusal} />
              </div>
            </Pane>
          ) : null}
          {system ? <ClockConfirm /> : null}
        </div>
      </div>
    </Page>
  );
}
