import { useState } from 'react';
import { useParams } from 'react-router';
import type { CommandName } from '#shared/contract/commands.ts';
import { levelZh } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../app/answers.ts';
import { Page, Pane } from '../ui/Page.tsx';
import { ActForm } from './parts/ActForm.tsx';
import type { ActField } from './parts/fields.ts';
import { Recent } from './parts/Recent.tsx';
import { Facts, Subject, useRecord } from './parts/Subject.tsx';
import './screens.css';

const c = registers.computers.fields;
const reason: ActField = { name: 'reason', labelZh: '事由', kind: 'line', required: true, span: 12 };
const registerFields: readonly ActField[] = [
  { name: 'assetNumber', labelZh: '设备编号', kind: 'line', required: true },
  { name: 'kind', labelZh: '类型', kind: 'choice', of: c.kind.of, initial: 'desktop' },
  { name: 'level', labelZh: '密级', kind: 'level', alwaysSent: true },
  { name: 'brandModel', labelZh: '品牌型号', kind: 'line' },
  { name: 'diskSerial', labelZh: '硬盘序列号', kind: 'line' },
  { name: 'operatingSystem', labelZh: '操作系统', kind: 'line' },
  { name: 'room', labelZh: '存放位置', kind: 'line', suggest: 'room', required: true },
  { name: 'custodian', labelZh: '责任人', kind: 'line', suggest: 'person', required: true },
  { name: 'department', labelZh: '部门', kind: 'line', suggest: 'department' },
  { name: 'users', labelZh: '使用人', kind: 'names', span: 8 },
  { name: 'filingNumber', labelZh: '备案号', kind: 'line' },
  { name: 'network', labelZh: '联网', kind: 'choice', of: { none: '不联网', approved_classified_network: '经批准的涉密网', other: '其他网络' }, initial: 'none' },
  { name: 'networkApproval', labelZh: '涉密网审批文号', kind: 'docNumber', when: (t) => t['network'] === 'approved_classified_network' },
  { name: 'startedOn', labelZh: '启用日期', kind: 'day' },
  { name: 'note', labelZh: '备注', kind: 'long' },
];

type MachineAct = Readonly<{ command: CommandName; zh: string; fields: readonly ActField[] }>;
const acts: readonly MachineAct[] = [
  { command: 'computer.commission', zh: '启用', fields: [{ name: 'checkReport', labelZh: '检测报告', kind: 'line' }, { name: 'filingNumber', labelZh: '备案号', kind: 'line' }, { name: 'startedOn', labelZh: '启用日期', kind: 'day' }] },
  { command: 'computer.assign', zh: '换责任人', fields: [{ name: 'custodian', labelZh: '新责任人', kind: 'line', suggest: 'person', required: true }, { name: 'users', labelZh: '使用人', kind: 'names', span: 8 }, { name: 'department', labelZh: '部门', kind: 'line', suggest: 'department' }, reason] },
  { command: 'computer.relocate', zh: '变更位置', fields: [{ name: 'room', labelZh: '新位置', kind: 'line', suggest: 'room', required: true }, reason] },
  { command: 'computer.withdraw', zh: '停用', fields: [{ name: 'diskKeptAt', labelZh: '硬盘保存于', kind: 'line', suggest: 'place' }, reason] },
];

/** 涉密计算机: registering, commissioning, changes, withdrawal. */
export function Computers() {
  const { no } = useParams();
  const asked = useRecord('computers', no);
  const [picked, setPicked] = useState<Entry | null>(null);
  const [mode, setMode] = useState<CommandName>(no === undefined || no === 'new' ? 'computer.register' : 'computer.commission');
  const machine = picked ?? asked;
  const act = acts.find((a) => a.command === mode);
  const v = machine?.values ?? {};
  const text = (key: string): string => (typeof v[key] === 'string' ? v[key] : '');
  return (
    <Page
      title="涉密计算机"
      tools={
        <div className="seg" role="group" aria-label="办理">
          <button type="button" aria-pressed={mode === 'computer.register'} onClick={() => setMode('computer.register')}>登记</button>
          {acts.map((a) => <button key={a.command} type="button" aria-pressed={mode === a.command} onClick={() => setMode(a.command)}>{a.zh}</button>)}
        </div>
      }
      sentence="检测合格、备案后启用"
    >
      {act === undefined ? (
        <ActForm
          key="register"
          command="computer.register"
          titleZh="登记计算机"
          verb="登记"
          postZh="登记计算机"
          fields={registerFields}
          keep={['level', 'room', 'department', 'kind', 'network']}
          aside={() => <Recent register="computers" titleZh="最近登记" emptyZh="还没有登记计算机。" limit={8} lineOf={(x) => ({ title: String(x['assetNumber'] ?? ''), detail: String(x['room'] ?? '') })} />}
        />
      ) : (
        <div className="cols">
          <div className="desk-left stack scroll">
            <Subject register="computers" titleZh="设备" hintZh="设备编号或登记号" suggest="computer" onPick={setPicked} />
            {machine === null ? null : (
              <Pane title={text('assetNumber')} end={machine.number ?? ''}>
                <div className="pad"><Facts rows={[['密级', levelZh[text('level') as Level] ?? '非密'], ['型号', text('brandModel')], ['硬盘', text('diskSerial')], ['位置', text('room')], ['责任人', text('custodian')], ['备案号', text('filingNumber')], ['状态', c.state.of[text('state') as keyof typeof c.state.of]]]} /></div>
              </Pane>
            )}
          </div>
          {machine === null ? (
            <section className="card grow pad mut">请先选定设备。选定后即时显示{act.zh}的条件是否具备。</section>
          ) : (
            <ActForm key={`${mode} ${machine.id}`} stacked command={act.command} titleZh={act.zh} verb={act.zh} postZh={`登记${act.zh}`} fields={act.fields} fixed={{ computer: machine.id }} seed={() => ({ computer: text('assetNumber') })} />
          )}
        </div>
      )}
    </Page>
  );
}
