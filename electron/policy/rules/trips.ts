import { highest, isStateSecret } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { registers } from '#shared/registers/index.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { addDays } from '#shared/time.ts';
import { enterRecord } from '../change.ts';
import { keyOfLevel } from '../parameters.ts';
import { deny, LAW, needsApproval, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { called, classified, subjects, zh } from './subject.ts';

const carryOut = ['carrier.carryOut'] as const;
const checkIn = ['carrier.checkIn'] as const;
const media: readonly string[] = ['usb', 'disk', 'internal_disk', 'card', 'optical', 'tape', 'laptop'];
const levelOf = (q: Question): Level | null => highest(subjects(q).map((c) => c.level));
const leader: Readonly<Record<string, string>> = { leaderInCharge: '主管领导', principalLeader: '主要负责人' };
const ask = '按 Ctrl+S 送审，或按 F8 打印涉密载体外出携带审批表。';
/** Destinations that are no work, whatever the purpose says. */
const privatePlaces = /(家中|家里|住所|住处|亲友|景区|旅游)/;
const lost = (q: Question): readonly RecordOf<'carriers'>[] => q.facts.named ?? [];
const gap = (path: string, messageZh: string) => ({ path, messageZh });

/** Group 2.7: taking items out, and back. */
export const tripRules: readonly Rule[] = [
  {
    id: 'P105', titleZh: '携带外出须经批准', matrix: ['P105'], outcome: 'needs_approval', source: { seed: '003-6 三；000-3a 四；C07', law: `${REG}第二十七条第八项、第二十九条第二项` }, parameters: ['carryOut.approver.topSecret', 'carryOut.approver.secret', 'carryOut.approver.confidential'], commands: carryOut,
    sentenceZh: '携带涉密载体外出须经主管领导批准；绝密原则上不带，确需的经主要负责人批准。', approverZh: '主管领导',
    judge: (q) => {
      const level = levelOf(q);
      if (!isStateSecret(level)) return null;
      const set = q.profile.text(`carryOut.approver.${keyOfLevel(level)}`);
      if (set === 'never') return deny(`不得携带外出。本单位规定${zh(level)}载体一律不带出（规则 P105）。`, '请改由机要渠道传递，或请对方来阅。');
      const approverZh = leader[set] ?? '';
      return { ...needsApproval(`需审批。携带${zh(level)}载体外出须经${approverZh}批准，依据${REG}第二十七条第八项（规则 P105）。`, ask), approverZh };
    },
  },
  {
    id: 'P111', titleZh: '内部资料带出办公楼须经批准', matrix: ['P111'], outcome: 'needs_approval', source: { seed: '000-4；002-D 三（二）' }, parameters: [], commands: carryOut,
    sentenceZh: '资料在办公楼内阅看；带出的须有书面批准。', approverZh: '主管领导',
    judge: (q) => (isStateSecret(levelOf(q)) ? null : needsApproval('需审批。资料带出办公楼须经书面批准，依据本单位制度（规则 P111）。', ask)),
  },
  {
    id: 'P105-E', titleZh: '绝密二人以上携带', matrix: ['P105'], outcome: 'deny', source: { law: `${REG}第二十九条第二项` }, parameters: ['carryOut.escorts.topSecret', 'carryOut.escorts.secret', 'carryOut.escorts.confidential'], commands: carryOut,
    sentenceZh: '绝密载体由二人以上同行携带；其他密级按本单位规定的人数。',
    judge: (q) => {
      const level = levelOf(q);
      if (!isStateSecret(level)) return null;
      const need = q.profile.number(`carryOut.escorts.${keyOfLevel(level)}`);
      const going = q.facts.people?.length;
      return going === undefined || going >= need ? null : deny(`不得携带外出。${zh(level)}载体须 ${need} 人以上同行携带，现在 ${going} 人，依据${level === 'top_secret' ? `${REG}第二十九条第二项` : '本单位制度'}（规则 P105）。`, '请增加同行人。');
    },
  },
  {
    id: 'P105-M', titleZh: '写明保护措施', matrix: ['P105'], outcome: 'record', source: { seed: '000-3a 四；003-6 三', law: `${REG}第二十七条第八项` }, parameters: [], commands: carryOut,
    sentenceZh: '携带涉密载体外出写明保护措施，载体始终在携带人有效控制之下。',
    require: (q) => (q.input['measures'] === undefined && isStateSecret(levelOf(q)) ? [gap('measures', '请填写保护措施，如密码箱、不离人（规则 P105）。')] : []),
  },
  {
    id: 'P106', titleZh: '外出写明返回日期和件数', matrix: ['P106'], outcome: 'record', source: { seed: '002-J；000-4' }, parameters: [], commands: carryOut,
    sentenceZh: '每次外出写明应返回日期，出发前清点件数。',
    require: (q) => [
      ...(q.input['dueOn'] === undefined ? [gap('dueOn', '请填写应返回日期（规则 P106）。')] : []),
      ...(q.input['counted'] === undefined ? [gap('counted', '请清点装箱件数并填写（规则 P106）。')] : []),
    ],
  },
  {
    id: 'P106-T', titleZh: '外出天数和件数不超出', matrix: ['P106'], outcome: 'deny', source: { seed: '002-J；000-4' }, parameters: ['carryOut.maxDays'], commands: carryOut,
    sentenceZh: '外出不超过规定天数，装箱件数与所列载体相符。',
    judge: (q) => {
      const due = q.input['dueOn'] as string | undefined;
      const last = addDays(q.today, q.profile.number('carryOut.maxDays'));
      if (due !== undefined && (due < q.today || due > last)) return deny(`不得携带外出。应返回日期 ${due} 不在今天至 ${last} 之间，依据本单位制度（规则 P106）。`, `请改为 ${last} 以前。`);
      const counted = q.input['counted'] as number | undefined;
      const listed = subjects(q).length;
      return counted === undefined || counted === listed ? null : deny(`不得携带外出。所列 ${listed} 件，装箱 ${counted} 件，两数不符（规则 P106）。`, '请逐件核对后再装箱。');
    },
  },
  {
    id: 'P107', titleZh: '涉密载体不得擅自出境', matrix: ['P107'], outcome: 'deny', source: { seed: '000-1M 33；003-15 七9', law: `${LAW}第二十八条；${REG}第二十七条第八项、第二十九条第五项` }, parameters: ['border.requirement.topSecret', 'border.requirement.secret', 'border.requirement.confidential'], commands: carryOut,
    sentenceZh: '机密、秘密载体出境须有出境许可证；绝密载体除国家另有规定外不得出境。',
    judge: (q) => {
      const level = levelOf(q);
      if (q.input['border'] !== true || !isStateSecret(level)) return null;
      const set = q.profile.text(`border.requirement.${keyOfLevel(level)}`);
      if (set === 'never') return deny(`不得出境。本单位规定${zh(level)}载体一律不出境（规则 P107）。`, '请改由外交信使等规定渠道传递。');
      if (level === 'top_secret') return q.input['stateRule'] === undefined ? deny(`不得出境。绝密载体除国家另有规定外不得携带出境，依据${REG}第二十九条第五项（规则 P107）。`, '有国家规定的，写明规定名称和条款；没有的不得出境。') : null;
      return q.input['permit'] === undefined ? deny(`不得出境。${zh(level)}载体没有出境许可证不得携带出境，依据${LAW}第二十八条（规则 P107）。`, '请先办理国家秘密载体出境许可证，填写证号；或交外交信使。') : null;
    },
  },
  {
    id: 'P109', titleZh: '不得携带载体探亲访友、游览、回家', matrix: ['P109'], outcome: 'deny', source: { seed: '000-9.1；001-B 11；002-J；003-1' }, parameters: ['carryOut.forbiddenPurposes'], commands: carryOut,
    sentenceZh: '不得携带涉密载体探亲访友、参观游览、回家和参加社交活动。',
    judge: (q) => {
      const purpose = q.input['purpose'] as keyof typeof registers.trips.fields.purpose.of;
      const to = q.input['destination'] as string;
      if (q.profile.list('carryOut.forbiddenPurposes').includes(purpose)) return deny(`不得携带外出。${registers.trips.fields.purpose.of[purpose]}不得携带载体，依据本单位制度（规则 P109）。`, '请把载体留在单位；已经带出的，按 F9 违规登记。');
      return privatePlaces.test(to) ? deny(`不得携带外出。不得携带载体去${to}，依据本单位制度（规则 P109）。`, '请改目的地；已经带出的，按 F9 违规登记。') : null;
    },
  },
  {
    id: 'P108', titleZh: '涉外活动携带另经批准', matrix: ['P108'], outcome: 'needs_approval', source: { seed: '000-3a 四；003-15 七8' }, parameters: [], commands: carryOut,
    sentenceZh: '涉外活动原则上不带载体；确需的经批准，由本人或指定的人保管。', approverZh: '主管领导',
    judge: (q) => (q.input['purpose'] === 'foreign_affairs' ? needsApproval('需审批。涉外活动携带载体须经批准，由本人或指定的人保管，依据本单位制度（规则 P108）。', ask) : null),
  },
  {
    id: 'P110', titleZh: '存储介质带出须经单位负责人批准', matrix: ['P110'], outcome: 'needs_approval', source: { seed: '000-9.2' }, parameters: ['carryOut.mediaApprover'], commands: carryOut,
    sentenceZh: '带出存有涉密内容的存储介质，须经单位负责人批准并指定保管人。', approverZh: '单位负责人',
    judge: (q) => {
      const c = subjects(q).find((s) => classified(s) && media.includes(s.carrierKind ?? ''));
      return c === undefined ? null : needsApproval(`需审批。带出存储介质 ${called(c)} 须经单位负责人批准，依据本单位制度（规则 P110）。`, ask);
    },
  },
  {
    id: 'P110-K', titleZh: '涉外活动和存储介质指定保管人', matrix: ['P108', 'P110'], outcome: 'record', source: { seed: '000-9.2；000-3a 四' }, parameters: [], commands: carryOut,
    sentenceZh: '涉外活动携带载体、带出存储介质的，写明保管人。',
    require: (q) => (q.input['keeper'] === undefined && (q.input['purpose'] === 'foreign_affairs' || subjects(q).some((c) => classified(c) && media.includes(c.carrierKind ?? ''))) ? [gap('keeper', '请填写外出期间的保管人（规则 P110）。')] : []),
  },
  {
    id: 'P106-C', titleZh: '返回当面清点', matrix: ['P106'], outcome: 'deny', source: { seed: '002-J；000-4' }, parameters: [], commands: checkIn,
    sentenceZh: '返回时按装箱清单逐件清点；带回的和没有带回的合起来与出发时相符。',
    judge: (q) => {
      const out = subjects(q);
      const stray = lost(q).find((c) => !out.some((o) => o.id === c.id));
      if (stray !== undefined) return deny(`不得登记。${called(stray)} 不在本次外出在外的载体之内（规则 P106）。`, '请核对没有带回的载体编号。');
      const back = q.input['counted'] as number;
      return back + lost(q).length === out.length ? null : deny(`不得登记。在外 ${out.length} 件，带回 ${back} 件，写明没有带回 ${lost(q).length} 件，三数不符（规则 P106）。`, '请逐件清点；没有带回的填写编号，立即查找。');
    },
  },
  {
    id: 'P106-R', titleZh: '没有带回的立即报告', matrix: ['P106', 'P152'], outcome: 'warn', source: { seed: '000-6 八', law: `${LAW}第四十七条` }, parameters: [], commands: checkIn,
    sentenceZh: '没有带回的载体立即报告；返回超期、页数不齐的写明原因。',
    judge: (q) => {
      const found = [];
      if (lost(q).length > 0 && q.input['reportedTo'] === undefined) found.push(warn(`有 ${lost(q).length} 件没有带回，尚未填写已向谁报告。应当立即报告，依据${LAW}第四十七条（规则 P152）。`, '请写明未报告的原因；登记后二十四小时内补报告。'));
      const due = q.facts.trip?.dueOn ?? null;
      if (due !== null && due < q.today && q.input['remark'] === undefined) found.push(warn(`返回已超期，应于 ${due} 返回（规则 P106）。`, '请写明原因。'));
      if (q.input['pagesChecked'] === false) found.push(warn('带回的载体页数不齐（规则 P106）。', '请写明缺损情况；疑似泄密的另作报告。'));
      return found.length === 0 ? null : found;
    },
  },
  {
    id: 'P106-M', titleZh: '没有带回的立案查找', matrix: ['P106', 'P162'], outcome: 'effect', source: { seed: '000-1M 12', law: `${LAW}第四十七条` }, parameters: [], commands: checkIn,
    sentenceZh: '返回清点少了的，每件随即立案查找，查找时限自发现起算。',
    effect: (q, planned) => [
      ...planned,
      ...lost(q).filter((c) => (c.state as CarrierState) === 'carried_out').map((c) => enterRecord(`incident${c.id}`, 'incidents', {
        kind: 'missing', carrier: c.id, carrierNumber: c.number, title: c.title, level: c.level, discoveredAt: q.happenedAt, discoveredBy: q.actor.name, lastHolder: c.holderName ?? c.custodian, account: `${q.facts.trip?.number ?? ''} 外出返回清点时没有带回。`,
        chain: `携带人${q.facts.trip?.travellerName ?? ''}，目的地${q.facts.trip?.destination ?? ''}，原存 ${c.home ?? '不详'}。`, reportedAt: q.input['reportedTo'] === undefined ? null : ((q.input['reportedAt'] as string | undefined) ?? q.now), reportedTo: q.input['reportedTo'] ?? null, state: 'searching',
      })),
    ],
  },
];
