import { levelZh, stateSecretLevels } from '#shared/levels.ts';
import { roleZh } from '#shared/roles.ts';
import { file } from '../../app/api.ts';
import { Act } from '../../ui/Act.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { classesOf, passwordRule } from './plan.ts';
import type { Person, Plan, Step } from './plan.ts';

type Props = Readonly<{ step: Step; plan: Plan; folder: string; put: (part: Partial<Plan>) => void }>;

const explained = {
  confidential: '只能登记秘密级及以下。',
  secret: '只能登记机密级及以下，最常见。',
  top_secret: '可登记各密级；绝密载体另有专人、专柜要求。',
} as const;

/** One question of the wizard. */
export function StepFields({ step, plan, folder, put }: Props) {
  const change = (at: number, part: Partial<Person>): void => put({ people: plan.people.map((p, i) => (i === at ? { ...p, ...part } : p)) });
  switch (step) {
    case 0:
      return (
        <div className="stack">
          <p>台账库将建在本机内置硬盘的这个文件夹，只由本程序读写：</p>
          <p className="mono sheet">{folder}</p>
          <p className="sec small">不能放在可移动介质或网络位置：离开本机的库无法保证不被换回旧文件。内容用 SQLCipher 加密保存；这不等于国家密码管理部门批准的国家秘密保护手段。</p>
        </div>
      );
    case 1:
      return (
        <div className="form-2">
          <FormRow label="单位全称" required wide><input className="inp" autoComplete="off" value={plan.organisation} onChange={(e) => put({ organisation: e.target.value })} /></FormRow>
          <FormRow label="终端编号" required hint="印在屏幕左上角和每张打印件上，如 03 号机。"><input className="inp" autoComplete="off" value={plan.terminalNumber} onChange={(e) => put({ terminalNumber: e.target.value })} /></FormRow>
        </div>
      );
    case 2:
      return (
        <fieldset className="plain-set choice-list">
          <legend className="lab">本终端的密级</legend>
          {[...stateSecretLevels].map((level) => (
            <label key={level}>
              <input type="radio" name="level" checked={plan.level === level} onChange={() => put({ level })} />
              <LevelMark level={level} />
              <span>{levelZh[level]}级终端　<span className="sec">{explained[level]}</span></span>
            </label>
          ))}
          <p className="sec small">高于本终端密级的载体一律不能登记（《保守国家秘密法》（2024）第三十一条）。建库后密级不能更改。</p>
        </fieldset>
      );
    case 3:
      return (
        <table className="plain-table people-table">
          <thead><tr><th>角色</th><th>姓名</th><th>账户</th></tr></thead>
          <tbody>
            {plan.people.map((p, i) => {
              const role = p.roles.map((r) => roleZh[r]).join('、');
              return (
                <tr key={role}>
                  <td className="nw">{role}</td>
                  <td><input className="inp" aria-label={`${role}姓名`} autoComplete="off" value={p.name} onChange={(e) => change(i, { name: e.target.value })} /></td>
                  <td><input className="inp" aria-label={`${role}账户`} autoComplete="off" value={p.account} onChange={(e) => change(i, { account: e.target.value })} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      );
    case 4:
      return (
        <div className="stack">
          <p className="sec">每人依次输入自己的口令，其他人请回避。至少 {plan.level === '' ? 10 : passwordRule[plan.level]} 个字符，含大写、小写、数字和符号四类（规则 P181、P182）。</p>
          <table className="plain-table people-table">
            <thead><tr><th>姓名</th><th>口令</th><th>再输一次</th><th>长度与类别</th></tr></thead>
            <tbody>
              {plan.people.map((p, i) => (
                <tr key={p.account}>
                  <td className="nw"><b>{p.name}</b><br /><span className="sec small">{p.roles.map((r) => roleZh[r]).join('、')}</span></td>
                  <td><input className="inp" type="password" aria-label={`${p.name}口令`} autoComplete="new-password" value={p.password} onChange={(e) => change(i, { password: e.target.value })} /></td>
                  <td><input className="inp" type="password" aria-label={`${p.name}再输一次口令`} autoComplete="new-password" value={p.again} onChange={(e) => change(i, { again: e.target.value })} /></td>
                  <td className="nw">{p.password.length} 字，{classesOf(p.password)} 类 {p.password !== '' && p.password === p.again ? <span className="y">✔ 一致</span> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 5:
      return (
        <div className="stack">
          <FormRow label="备份文件夹" hint="本机第二块内置硬盘上的文件夹，不能是可移动介质或网络位置。可留空，以后由系统管理员设置。">
            <input className="inp" autoComplete="off" value={plan.backupFolder} onChange={(e) => put({ backupFolder: e.target.value })} />
          </FormRow>
          <div className="foot-acts">
            <Act onClick={() => void file<{ path?: string } | null>('chooseFolder').then((a) => (a.ok && a.value?.path !== undefined ? put({ backupFolder: a.value.path }) : undefined))}>选择文件夹…</Act>
          </div>
          <label className="check"><input type="checkbox" checked={plan.training} onChange={(e) => put({ training: e.target.checked })} /> 这是培训、演练用的库：界面标“演示数据”，打印件标“样张”</label>
        </div>
      );
    case 6:
      return (
        <dl className="facts-dl">
          <dt>存放位置</dt><dd className="mono">{folder}</dd>
          <dt>单位</dt><dd>{plan.organisation}</dd>
          <dt>终端</dt><dd>{plan.terminalNumber}，{plan.level === '' ? '' : levelZh[plan.level]}级</dd>
          <dt>人员</dt><dd>{plan.people.map((p) => `${p.name}（${p.roles.map((r) => roleZh[r]).join('、')}）`).join('，')}</dd>
          <dt>备份</dt><dd>{plan.backupFolder.trim() === '' ? '以后设置' : plan.backupFolder}</dd>
          <dt>用途</dt><dd>{plan.training ? '培训、演练' : '正式台账'}</dd>
        </dl>
      );
  }
}
