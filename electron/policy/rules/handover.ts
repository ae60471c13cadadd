import type { CommandName } from '#shared/contract/commands.ts';
import { isStateSecret, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { isHandedOut } from '../places.ts';
import { deny, LAW, needsApproval, needsSecond, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { ineligible } from './knowledge.ts';
import { called, zh } from './subject.ts';

type Carrier = RecordOf<'carriers'>;
type Others = Readonly<Record<string, number | string | undefined>>;
const opening = ['handover.open'] as const;
const closing = ['handover.close'] as const;
const kindOf = (q: Question): string | null => q.facts.handover?.kind ?? null;
const kindAsked = (q: Question): string => q.input['kind'] as string;
const asked = (path: string, messageZh: string) => ({ path, messageZh });
const some = (carriers: readonly Carrier[]): string => `${carriers.slice(0, 3).map(called).join('、')}${carriers.length > 3 ? ` 等 ${carriers.length} 件` : ''}`;

const otherZh: Readonly<Record<string, string>> = { electronicFiles: '电子文件', devices: '设备', media: '存储介质', notebooks: '保密本', passes: '工作证件', keys: '钥匙', doorRights: '门禁权限', other: '其他' };
/** What is handed over besides carriers, as it stands on the list. */
export const othersZh = (given: object): string => Object.entries(given as Others).filter(([, v]) => v !== undefined).map(([k, v]) => `${otherZh[k] ?? k} ${typeof v === 'number' ? `${v} 件` : String(v)}`).join('、');

/** What really changes hands: the list without what is being looked for. */
export const givenOver = (q: Question): readonly Carrier[] => (q.facts.carriers ?? []).filter((c) => c.state !== 'missing');

/** What stood on the list at the beginning and cannot be handed over any more, each with its reason. */
export function differencesOf(q: Question): readonly { carrier: Carrier; textZh: string }[] {
  const passed = new Set(givenOver(q).map((c) => c.id));
  return (q.facts.named ?? []).filter((c) => !passed.has(c.id)).map((carrier) => ({
    carrier, textZh: `${called(carrier)} ${carrier.state === 'missing' ? '下落不明，查找中' : heldStates.includes(carrier.state as CarrierState) ? `已改由${carrier.custodian ?? '他人'}负责` : '移交期间已办结'}`,
  }));
}

/** What who takes over or has handed over may still do. */
const whileWaiting: readonly CommandName[] = ['handover.open', 'handover.close', 'handover.cancel', 'approval.request', 'approval.recordPaper', 'approval.void', 'register.print', 'register.printed', 'record.view', 'stocktake.open', 'stocktake.count', 'stocktake.close', 'account.setPassword', 'audit.anchor', 'audit.verified', 'backup.make', 'tipOff.record', 'restore.run'];
const whenGone: readonly CommandName[] = ['account.setPassword', 'tipOff.record'];

/** Group 2.10: no way out with things in hand; counted, signed, agreed; rights end the same day. */
export const handoverRules: readonly Rule[] = [
  {
    id: 'P135-N', titleZh: '交接没有办结不得登记', matrix: ['P135', 'P136', 'P142'], outcome: 'deny', source: { seed: '003-11（一）3(6)；003-10 26', law: `${REG}第二十七条第二项` }, parameters: ['leaving.revokeWithinDays'], commands: 'every command',
    sentenceZh: '保密员交接办结之前，接收人不得登记；办结之后，移交人不得再登记。',
    judge: (q) => {
      const h = q.facts.postHandover;
      if (h != null && h.state === 'closed' && h.giverAccount === q.actor.account && !whenGone.includes(q.command)) return deny(`不得办理。${q.actor.name}已移交保密员岗位（${h.number ?? ''}），权限当日取消（规则 P142）。`, '请由接收人登录办理；系统管理员停用本账户。');
      if (whileWaiting.includes(q.command)) return null;
      if (h != null && h.state === 'open' && h.takerAccount === q.actor.account) return deny(`不得登记。保密员交接 ${h.number ?? ''} 没有办结，接收人还不能登记（规则 P135）。`, '请先清点、双方确认，由主管领导批准后办结移交。');
      const owed = q.facts.handoverOwedBy;
      return owed == null ? null : deny(`不得登记。前任保密员${owed}名下还有载体没有移交（规则 P135）。`, '请先办理保密员交接，清点移交后再登记。');
    },
  },
  {
    id: 'P135-O', titleZh: '移交双方不得为同一人', matrix: ['P135'], outcome: 'deny', source: { seed: '003-11（一）3(6)' }, parameters: [], commands: opening,
    sentenceZh: '移交人、接收人、监交领导是不同的人；同一移交人一次只办一份移交。',
    judge: (q) => {
      const { giver, taker, supervisor } = q.input as Readonly<Record<string, string | undefined>>;
      if (giver === taker || (supervisor !== undefined && (supervisor === giver || supervisor === taker))) return deny('不得办理。移交人、接收人、监交领导中有同一人（规则 P135）。', '请另选接收人或监交领导。');
      const other = q.facts.handover;
      return other === undefined ? null : deny(`不得办理。${giver ?? ''}的移交 ${other.number ?? ''} 还没有办结（规则 P135）。`, '请先办结或取消原来的移交。');
    },
  },
  {
    id: 'P135-R', titleZh: '写明移交对象', matrix: ['P135', 'P138', 'P139', 'P140'], outcome: 'record', source: { seed: '003-11（一）3(6)；000-1M 40、41、44' }, parameters: [], commands: opening,
    sentenceZh: '保密员交接写明接收人账户和监交领导；领导干部和其他持有人写明人员；机构变动写明接收单位；离退休人员退还的材料先逐件登记再列入。',
    require: (q) => {
      switch (kindAsked(q)) {
        case 'post': return [...(q.input['takerAccount'] === undefined ? [asked('takerAccount', '请填写接收人的账户。交接办结前该账户不能登记（规则 P135）。')] : []), ...(q.input['supervisor'] === undefined ? [asked('supervisor', '请填写监交领导。保密员交接须由主管领导监交（规则 P136）。')] : [])];
        case 'holder': return q.facts.person === undefined ? [asked('person', '请填写移交人员。领导干部和其他人员一样，离岗前把持有的载体交清（规则 P138）。')] : [];
        case 'unit': return q.input['toUnit'] === undefined ? [asked('toUnit', '请填写接收单位。机构撤并的，载体移交承接单位或上级机关（规则 P140）。')] : [];
        default: return q.input['carriers'] === undefined ? [asked('carriers', '请列出退还的载体。离退休人员保存的材料先逐件登记，再退还原单位（规则 P139）。')] : [];
      }
    },
  },
  {
    id: 'P135-A', titleZh: '接收人账户须是保密员', matrix: ['P135', 'P411'], outcome: 'deny', source: { seed: '003-11（一）3(6)', law: `${REG}第三十四条` }, parameters: [], commands: opening,
    sentenceZh: '保密员岗位只能移交给有保密员角色、没有停用的账户。',
    judge: (q) => {
      const a = q.facts.account;
      if (kindAsked(q) !== 'post' || a == null) return null;
      if (a.account === (q.input['giverAccount'] ?? (q.actor.name === q.input['giver'] ? q.actor.account : null))) return deny(`不得办理。接收人账户 ${a.account ?? ''} 就是移交人的账户（规则 P135）。`, '请填写接收人自己的账户。');
      const fits = Array.isArray(a.roles) && a.roles.includes('clerk') && a.state !== 'revoked';
      return fits ? null : deny(`不得办理。账户 ${a.account ?? ''} 不是保密员账户，或已停用（规则 P135）。`, '请系统管理员建立保密员账户，由安全保密管理员确认。');
    },
  },
  {
    id: 'P135-G', titleZh: '移交的是本人的岗位', matrix: ['P135', 'P142', 'P411'], outcome: 'deny', source: { seed: '003-11（一）3(6)', law: `${REG}第三十四条` }, parameters: [], commands: opening,
    sentenceZh: '移交人账户是移交人本人的；办结即取消这个账户的权限，写错了人的不得办理。',
    judge: (q) => {
      if (kindAsked(q) !== 'post') return null;
      const giver = String(q.input['giver']);
      const named = q.input['giverAccount'] as string | undefined;
      const a = q.facts.giverAccount;
      const owner = named === q.actor.account ? q.actor.name : a?.name;
      if (named !== undefined && owner !== undefined && owner !== giver) return deny(`不得办理。账户 ${named} 是${owner ?? '他人'}的，不是移交人${giver}的（规则 P135）。`, '请核对移交人和账户；办结移交即取消该账户的权限。');
      if (named !== undefined && owner === undefined) return deny(`不得办理。没有账户 ${named}（规则 P135）。`, '请核对移交人账户；移交人没有账户的不填。');
      if (named !== undefined || giver === q.actor.name || a != null || (q.facts.carriers ?? []).length > 0) return null;
      return deny(`不得办理。没有${giver}的账户，${giver}名下也没有载体（规则 P135）。`, '请核对移交人姓名。');
    },
  },
  {
    id: 'P135-E', titleZh: '接收人须有资格', matrix: ['P135', 'P065'], outcome: 'deny', source: { seed: '003-10 26；002-H 36', law: `${LAW}第四十三条` }, parameters: ['eligibility.checks', 'reading.tierLevel.core', 'reading.tierLevel.important', 'reading.tierLevel.general'], commands: [...opening, ...closing],
    sentenceZh: '接收涉密载体的人在岗、审查合格、涉密等级够得上所接收的载体。',
    judge: (q) => {
      const p = q.facts.custodianPerson;
      const top = (q.facts.carriers ?? []).filter((c) => isStateSecret(c.level)).toSorted((a, b) => rankOf(b.level) - rankOf(a.level))[0];
      if (p == null || top === undefined || (kindOf(q) ?? kindAsked(q)) === 'unit') return null;
      const gaps = ineligible(q, p);
      const max = p.personnelClass === null || p.personnelClass === 'none' ? null : (q.profile.text(`reading.tierLevel.${p.personnelClass}`) as Level);
      if (rankOf(max) < rankOf(top.level)) gaps.push(`涉密等级够不上${zh(top.level)}`);
      return gaps.length === 0 ? null : deny(`不得移交。接收人${p.name ?? ''}${gaps.join('，')}，依据${LAW}第四十三条（规则 P135）。`, '请补齐手续，或另选接收人。');
    },
  },
  {
    id: 'P134', titleZh: '交清才能办结离岗', matrix: ['P134', 'P138'], outcome: 'deny', source: { seed: '000-1 八；000-3a 十；001-R 五4；000-1M 40', law: `${REG}第五十三条` }, parameters: [], commands: closing,
    sentenceZh: '调动、辞职、退休、解聘的人员，手中的载体全部收回、查找的有着落，才能办结移交。',
    judge: (q) => {
      const held = q.facts.heldByGiver ?? [];
      return held.length === 0 ? null : deny(`不得办结。${q.facts.handover?.giver ?? ''}手中还有 ${held.length} 件：${some(held)}，依据${REG}第五十三条（规则 P134）。`, '请逐件收回登记；找不到的先报失，查明后再办结。');
    },
  },
  {
    id: 'P135', titleZh: '移交逐件清点', matrix: ['P135'], outcome: 'deny', source: { seed: '003-11（一）3(6)', law: `${REG}第二十七条第二项` }, parameters: [], commands: closing,
    sentenceZh: '清点件数与移交清册相同；清册上已经不在的，写出差异说明。',
    judge: (q) => {
      const listed = givenOver(q).length;
      const counted = q.input['counted'] as number;
      if (counted !== listed) return deny(`不得办结。清册 ${listed} 件，清点 ${counted} 件，两数不符（规则 P135）。`, counted < listed ? '请逐件查对；找不到的立即报失，报失后不计入清册。' : '请逐件查对；多出的先登记，再列入清册。');
      const s = q.facts.stocktake;
      if (s !== undefined && s.state !== 'closed') return deny(`不得办结。交接清点 ${s.number ?? ''} 还没有办结（规则 P135）。`, '请先办结清点。');
      const lost = differencesOf(q).filter((d) => d.carrier.state === 'missing');
      return lost.length === 0 || q.input['differences'] !== undefined ? null : deny(`不得办结。清册所列 ${some(lost.map((d) => d.carrier))} 下落不明，没有差异说明（规则 P135）。`, '请填写差异说明，写明由谁继续查找。');
    },
  },
  {
    id: 'P135-S', titleZh: '交接双方确认', matrix: ['P135'], outcome: 'needs_second_person', source: { seed: '003-11（一）3(6)' }, parameters: [], commands: closing,
    sentenceZh: '保密员交接由双方当场以本人口令确认；移交人不能到场的在纸面清册签名，由监交领导到场。其他移交双方签名。',
    judge: (q) => {
      const h = q.facts.handover;
      if (h === undefined) return null;
      const present = [q.actor, ...(q.second === null ? [] : [q.second])];
      const isGiver = (a: Question['actor']): boolean => a.account === h.giverAccount || a.name === h.giver;
      const isTaker = (a: Question['actor']): boolean => a.account === h.takerAccount || a.name === h.taker;
      const from = q.input['signedFrom'];
      const to = q.input['signedTo'];
      if (kindOf(q) === 'post') {
        const two = q.second !== null && q.second.account !== q.actor.account;
        if (two && present.some(isTaker) && (present.some(isGiver) || (from === 'ink' && present.some((a) => a.name === h.supervisor)))) return null;
        return needsSecond('需第二人在场。保密员交接须双方当场确认，本次缺一方（规则 P135）。', '请移交人和接收人一人登录、一人输入口令；移交人不能到场的，在纸面清册签名，由监交领导输入口令。');
      }
      if (from === undefined || from === 'pending' || to === undefined || to === 'pending') return deny('不得办结。移交双方没有都签名（规则 P135）。', '请打印移交清册，双方签名后选“纸面签名”。');
      if ((from === 'own_password' && !present.some(isGiver)) || (to === 'own_password' && !present.some(isTaker))) return needsSecond('需第二人在场。签名人没有当场输入口令，不能记为本人口令确认（规则 P135）。', '请签名人输入口令，或改为“纸面签名”。');
      return null;
    },
  },
  {
    id: 'P136', titleZh: '保密员交接须经批准', matrix: ['P136'], outcome: 'needs_approval', source: { seed: '003-10 26', law: `${REG}第五十三条` }, parameters: ['handover.approver'], commands: closing,
    sentenceZh: '更换保密员、文件保管人，由主管领导审签移交清册。', approverZh: '主管领导',
    judge: (q) => {
      if (kindOf(q) !== 'post') return null;
      const approverZh = q.profile.text('handover.approver') === 'unitHead' ? '单位主要负责人' : '主管领导';
      return { ...needsApproval(`需审批。更换保密员须由${approverZh}审签移交清册，依据本单位制度（规则 P136）。`, '按 Ctrl+S 送审，或打印移交清册送签。'), approverZh };
    },
  },
  {
    id: 'P140', titleZh: '机构变动凭回执办结', matrix: ['P140'], outcome: 'deny', source: { seed: '000-1M 44', law: `${LAW}第二十六条第一款` }, parameters: [], commands: closing,
    sentenceZh: '机构撤销、合并的，载体收齐后整批移交承接单位，凭接收单位的回执办结。',
    judge: (q) => {
      if (kindOf(q) !== 'unit') return null;
      // A notebook in somebody's hands is in use too (P071): it is counted back before the unit goes.
      const out = givenOver(q).filter((c) => c.state !== 'in_custody' && c.state !== 'archived' && (c.state !== 'in_use' || isHandedOut(c)));
      if (out.length > 0) return deny(`不得移交。${some(out)} 不在库，不能随机构移交（规则 P140）。`, '请先收回，或撤销造册，再办结移交。');
      return q.input['receiptNumber'] === undefined ? deny(`不得办结。没有${q.facts.handover?.toUnit ?? '接收单位'}的回执（规则 P140）。`, '请取得回执，填写回执号。') : null;
    },
  },
  {
    id: 'P141', titleZh: '离岗清退逐类列明', matrix: ['P141', 'P139'], outcome: 'record', source: { seed: '002-B2 13；002-F 32；001-L 9', law: `${REG}第五十三条` }, parameters: [], commands: closing,
    sentenceZh: '除载体外，电子文件、设备、介质、保密本、证件、钥匙、门禁逐类写明件数，没有的写零。',
    require: (q) => (kindOf(q) !== 'unit' && q.input['others'] === undefined ? [asked('others', '请逐类填写电子文件、设备、介质、保密本、证件、钥匙、门禁的件数，没有的写零。清退须列明全部（规则 P141）。')] : []),
  },
  {
    id: 'P142', titleZh: '权限当日取消', matrix: ['P142'], outcome: 'deny', source: { seed: '002-Q 8（二）；001-T 6.5.2；002-F 32', law: `${REG}第五十三条` }, parameters: ['leaving.revokeWithinDays'], commands: closing,
    sentenceZh: '离岗的人，账户、口令、门禁当日取消，写明日期。',
    judge: (q) => {
      if (kindOf(q) !== 'post' && kindOf(q) !== 'holder') return null;
      const on = q.input['rightsRevokedOn'] as string | undefined;
      if (on === undefined) return deny(`不得办结。没有写明权限何时取消，依据${REG}第五十三条（规则 P142）。`, '请取消账户、口令和门禁，填写日期。');
      return on > q.today ? deny(`不得办结。权限 ${on} 才取消，应当日取消，依据${REG}第五十三条（规则 P142）。`, '请今日取消权限，再办结移交。') : null;
    },
  },
  {
    id: 'P142-W', titleZh: '权限取消晚了写明原因', matrix: ['P142'], outcome: 'warn', source: { seed: '001-T 6.5.2', law: `${REG}第五十三条` }, parameters: ['leaving.revokeWithinDays'], commands: closing,
    sentenceZh: '权限在开始移交之后才取消的，写明原因。',
    judge: (q) => {
      const on = q.input['rightsRevokedOn'] as string | undefined;
      const opened = q.facts.handover?.openedOn;
      return on === undefined || opened == null || kindOf(q) !== 'holder' || on <= opened || on > q.today ? null : warn(`权限 ${on} 取消，比开始移交（${opened}）晚（规则 P142）。`, '请写明为什么没有当日取消。');
    },
  },
  {
    id: 'P143', titleZh: '不得私自留存', matrix: ['P143'], outcome: 'deny', source: { seed: '002-B2 13；000-3a 五', law: `${LAW}第二十八条` }, parameters: [], commands: closing,
    sentenceZh: '离岗的人不得私自留存任何涉密载体；办结时由本人确认。',
    judge: (q) => {
      const kept = q.input['keptPrivately'] as boolean | undefined;
      if (kept === true) return deny(`不得办结。还有私自留存的涉密载体，依据${LAW}第二十八条（规则 P143）。`, '请全部收回登记；拒不交出的，登记违规并报告。');
      if (kept === undefined && (kindOf(q) === 'holder' || kindOf(q) === 'retired')) return deny('不得办结。没有确认有无私自留存（规则 P143）。', '请移交人确认没有私自留存，勾选“没有”。');
      return null;
    },
  },
  { id: 'P137', titleZh: '主动收回离岗人员手中的载体', matrix: ['P137'], outcome: 'due', source: { seed: '003-11（一）3(6)' }, parameters: [], commands: [], sentenceZh: '有人离岗、暂停接触，保密员主动收回其手中和名下的载体；没有收回的列入今日。' },
  { id: 'P142-D', titleZh: '离岗人员的账户当日停用', matrix: ['P142'], outcome: 'due', source: { seed: '002-Q 8（二）；001-T 6.5.2', law: `${REG}第五十三条` }, parameters: ['leaving.revokeWithinDays'], commands: [], sentenceZh: '移交了保密员岗位或已离岗的人，账户当日停用；没有停用的列入系统管理员的今日。' },
  { id: 'P135-D', titleZh: '移交及时办结', matrix: ['P135', 'P142'], outcome: 'due', source: { seed: '003-11（一）3(6)' }, parameters: ['leaving.revokeWithinDays'], commands: [], sentenceZh: '移交开始后没有办结的列入今日，直到办结或取消。' },
];
