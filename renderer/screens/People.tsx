import { useState } from 'react';
import { useParams } from 'react-router';
import type { CommandName } from '#shared/contract/commands.ts';
import { registers } from '#shared/registers/index.ts';
import type { Entry } from '../app/answers.ts';
import { useAsk } from '../app/api.ts';
import { Page, Pane } from '../ui/Page.tsx';
import { ActForm } from './parts/ActForm.tsx';
import type { ActField } from './parts/fields.ts';
import { Recent } from './parts/Recent.tsx';
import { Facts, Subject, useRecord } from './parts/Subject.tsx';
import './screens.css';

const p = registers.persons.fields;
const registerFields: readonly ActField[] = [
  { name: 'name', labelZh: '姓名', kind: 'line', required: true, span: 4 },
  { name: 'formerName', labelZh: '替代写法', kind: 'line', hintZh: '生僻字可填读音或替代字，供查找。' },
  { name: 'department', labelZh: '部门', kind: 'line', suggest: 'department' },
  { name: 'post', labelZh: '涉密岗位', kind: 'line' },
  { name: 'duty', labelZh: '职务', kind: 'line' },
  { name: 'personnelClass', labelZh: '涉密等级', kind: 'choice', of: p.personnelClass.of },
  { name: 'status', labelZh: '人员状态', kind: 'choice', of: p.status.of, initial: 'proposed' },
  { name: 'employment', labelZh: '用工性质', kind: 'choice', of: p.employment.of, initial: 'staff' },
  { name: 'civilServant', labelZh: '公务员', kind: 'flag' },
  { name: 'screenedOn', labelZh: '审查日期', kind: 'day' },
  { name: 'screeningResult', labelZh: '审查结果', kind: 'choice', of: p.screeningResult.of },
  { name: 'trainedOn', labelZh: '最近培训日期', kind: 'day' },
  { name: 'undertakingOn', labelZh: '承诺书签订日期', kind: 'day' },
  { name: 'certificateUntil', labelZh: '上岗证有效期至', kind: 'day' },
  { name: 'onPostFrom', labelZh: '上岗日期', kind: 'day' },
  { name: 'phone', labelZh: '联系电话', kind: 'line' },
  { name: 'delegate', labelZh: '部门保密联系人', kind: 'flag' },
  { name: 'note', labelZh: '备注', kind: 'long' },
];

type PersonAct = Readonly<{ command: CommandName; zh: string; verb: string; fields: readonly ActField[] }>;
const acts: readonly PersonAct[] = [
  { command: 'person.activate', zh: '上岗', verb: '上岗', fields: [{ name: 'onPostFrom', labelZh: '上岗日期', kind: 'day' }] },
  { command: 'person.suspend', zh: '暂停接触', verb: '暂停', fields: [{ name: 'reason', labelZh: '原因', kind: 'line', required: true, span: 12 }] },
  {
    command: 'person.leavePost', zh: '离岗', verb: '离岗',
    fields: [
      { name: 'coolingOffFrom', labelZh: '脱密期起', kind: 'day' },
      { name: 'coolingOffUntil', labelZh: '脱密期至', kind: 'day', hintZh: '不填按涉密等级和制度参数计算。' },
      { name: 'reason', labelZh: '离岗原因', kind: 'line', required: true, span: 12 },
    ],
  },
];

/** 人员: registering, taking up the post, suspension, leaving. What is only wrong is put right with F2 in the book. */
export function People() {
  const { no } = useParams();
  const asked = useRecord('persons', no);
  const [picked, setPicked] = useState<Entry | null>(null);
  const [mode, setMode] = useState<CommandName>(no === undefined || no === 'new' ? 'person.register' : 'person.activate');
  const person = picked ?? asked;
  const act = acts.find((a) => a.command === mode);
  const v = person?.values ?? {};
  const text = (key: string): string => (typeof v[key] === 'string' ? v[key] : '');
  // A tier that the unit does not use would only be refused (P223); it is not offered.
  const tiers = useAsk('policy', {}).data?.find((line) => line.key === 'person.tiersInUse')?.value;
  const fields = registerFields.map((f) => (f.name !== 'personnelClass' || !Array.isArray(tiers) ? f : { ...f, of: Object.fromEntries(Object.entries(p.personnelClass.of).filter(([key]) => key === 'none' || tiers.includes(key))) }));
  return (
    <Page
      title="人员"
      tools={
        <div className="seg" role="group" aria-label="办理">
          <button type="button" aria-pressed={mode === 'person.register'} onClick={() => setMode('person.register')}>登记人员</button>
          {acts.map((a) => <button key={a.command} type="button" aria-pressed={mode === a.command} onClick={() => setMode(a.command)}>{a.zh}</button>)}
        </div>
      }
      sentence="先审查、培训、签承诺书，再上岗"
    >
      {act === undefined ? (
        <ActForm
          key="register"
          command="person.register"
          titleZh="登记人员"
          verb="登记"
          postZh="登记人员"
          fields={fields}
          keep={['department', 'personnelClass', 'employment', 'status']}
          aside={() => <Recent register="persons" view="all" titleZh="最近登记" emptyZh="还没有登记人员。" limit={8} lineOf={(x) => ({ title: String(x['name'] ?? ''), detail: String(x['department'] ?? '') })} />}
        />
      ) : (
        <div className="cols">
          <div className="desk-left stack scroll">
            <Subject register="persons" titleZh="人员" hintZh="姓名、首字母或编号" suggest="person" onPick={setPicked} />
            {person === null ? null : (
              <Pane title={text('name')} end={person.number ?? ''}>
                <div className="pad">
                  <Facts rows={[['部门', text('department')], ['岗位', text('post')], ['涉密等级', p.personnelClass.of[text('personnelClass') as keyof typeof p.personnelClass.of]], ['状态', p.status.of[text('status') as keyof typeof p.status.of]], ['审查', text('screenedOn')], ['培训', text('trainedOn')], ['承诺书', text('undertakingOn')], ['脱密期至', text('coolingOffUntil')]]} />
                </div>
              </Pane>
            )}
          </div>
          {person === null ? (
            <section className="card grow pad mut">请先选定人员。选定后即时显示{act.zh}的条件是否具备。</section>
          ) : (
            <ActForm key={`${mode} ${person.id}`} stacked command={act.command} titleZh={act.zh} verb={act.verb} postZh={`登记${act.zh}`} fields={act.fields} fixed={{ person: person.id }} seed={() => ({ person: text('name') })} />
          )}
        </div>
      )}
    </Page>
  );
}
