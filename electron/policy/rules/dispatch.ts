import { isStateSecret } from '#shared/levels.ts';
import type { StateSecretLevel } from '#shared/levels.ts';
import { heldStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import { toInstant } from '#shared/time.ts';
import { enterRecord } from '../change.ts';
import { keyOfLevel } from '../parameters.ts';
import { deny, LAW, needsSecond, REG } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { ineligible, isNamedForTopSecret } from './knowledge.ts';
import { called, classified, subjects, zh } from './subject.ts';

type Carrier = RecordOf<'carriers'>;
type Person = RecordOf<'persons'>;
type Line = Readonly<{ recipient: string; copies: number }>;

const dispatch = ['carrier.dispatch'] as const;
const convey = ['carrier.convey'] as const;
const leaving = ['carrier.dispatch', 'carrier.convey'] as const;
const wires = ['fax', 'network'];
const channelZh: Readonly<Record<string, string>> = { confidential_transport: '机要交通', confidential_post: '机要通信', courier: '专人送达', exchange_station: '机要文件交换站', ordinary: '普通渠道', fax: '传真', network: '网络', left_for: '放置待取', meeting: '会议带回' };
export const heads = /(负责人|主任|处长|科长|部长|局长|所长|站长|主管)/;

/** The highest state-secret level among the carriers; null when none is a secret. */
function secretOf(q: Question): StateSecretLevel | null {
  const levels = subjects(q).map((c) => c.level).filter(isStateSecret);
  return (['top_secret', 'secret', 'confidential'] as const).find((l) => levels.includes(l)) ?? null;
}
const channelOf = (q: Question): string | undefined => q.input['channel'] as string | undefined;
const recipientOf = (q: Question): string => q.input['recipient'] as string;
const named = (q: Question): Person | undefined => (q.facts.people ?? []).find((p) => p.name === q.input['addressee'] || p.number === q.input['addressee']);
const isHeadOrDelegate = (q: Question, p: Person): boolean => p.delegate === 1 || (q.profile.text('department.delegates') === 'headOrDelegate' && heads.test(p.duty ?? ''));
const gap = (path: string, messageZh: string) => ({ path, messageZh });

/** The carriers of the act that are still on the way, or wait at the counter for a signature. */
export const awaited = (q: Question): readonly Carrier[] => subjects(q).filter((c) => c.state === 'in_transit' || (c.state === 'in_custody' && (q.facts.dispatches ?? []).some((d) => d.state === 'registered' && d.carriers?.includes(c.id) === true)));

/** Where a carrier stands once its receipt is in: kept by a department of the own unit, back with its issuer, or in other hands for good. */
export function arrivedAt(q: Question, c: Carrier): Readonly<Record<string, unknown>> {
  const line = (q.facts.dispatches ?? []).find((d) => d.carriers?.includes(c.id) === true);
  const to = line?.recipient ?? q.facts.consignment?.recipient ?? '收件单位';
  const signer = q.input['receivedBy'] as string;
  if (line?.outside === 0) return { state: 'in_custody', custodian: signer, place: to, home: to, cabinetKind: null, ...(c.consignment === null ? {} : { consignment: null }) };
  return { state: c.issuer !== null && c.issuer === to && c.source === 'received' ? 'returned' : 'transferred', place: to, holderName: signer, dueOn: null };
}

/** What does not add up between a run and the lines of its dispatch; null when all does (P032). */
function imbalance(q: Question): string | null {
  const p = q.facts.production;
  if (p === undefined) return null;
  const items = subjects(q);
  const foreign = items.find((c) => c.production !== p.id);
  if (foreign !== undefined) return `${called(foreign)} 不是印制 ${p.number ?? ''} 的印件`;
  const sent = (q.facts.dispatches ?? []).filter((d) => d.production === p.id);
  const list = p.distribution as readonly Line[] | null;
  const issuedTo = (recipient: string): number => sent.filter((d) => d.recipient === recipient).reduce((n, d) => n + (d.copies ?? 0), 0) + (recipientOf(q) === recipient ? items.length : 0);
  if (list !== null) {
    const line = list.find((l) => l.recipient === recipientOf(q));
    if (line === undefined) return `分发表中没有${recipientOf(q)}`;
    if (issuedTo(line.recipient) > line.copies) return `分发表列${line.recipient} ${line.copies} 份，连同以前共发 ${issuedTo(line.recipient)} 份`;
  }
  if (q.input['finalList'] !== true) return null;
  const short = (list ?? []).find((l) => issuedTo(l.recipient) !== l.copies);
  if (short !== undefined) return `分发表列${short.recipient} ${short.copies} 份，实发 ${issuedTo(short.recipient)} 份`;
  const copies = q.facts.copiesOfRun ?? [];
  const issued = new Set([...sent.flatMap((d) => d.carriers ?? []), ...items.map((c) => c.id)]);
  const filed = copies.filter((c) => !issued.has(c.id) && c.state === 'archived').length;
  const left = copies.filter((c) => !issued.has(c.id) && c.state !== 'archived' && c.state !== 'missing' && heldStates.includes(c.state as CarrierState)).length;
  const made = p.copiesMade ?? 0;
  return issued.size + filed + left === made ? null : `实印 ${made} 份，发出 ${issued.size} 份、归档 ${filed} 份、在手 ${left} 份，差 ${made - issued.size - filed - left} 份`;
}

/** Dispatch of 2.3 and conveyance of 2.7. */
export const dispatchRules: readonly Rule[] = [
  {
    id: 'P032', titleZh: '分发前核对份数和收件单位', matrix: ['P032'], outcome: 'deny', source: { seed: '003-7（三）1' }, parameters: ['production.countTolerance'], commands: dispatch,
    sentenceZh: '发文单位在分发表上，份数不超过所列；分发完毕时，发出、归档、在手合计等于实印份数。',
    judge: (q) => {
      const wrong = imbalance(q);
      return wrong === null ? null : deny(`不得发出。${wrong}，依据本单位制度（规则 P032）。`, '请核对印件和分发表；不符的退拟稿人，找不到的办理报失。');
    },
  },
  {
    id: 'DISPATCH-ONCE', titleZh: '一件不发两处', matrix: ['P032', 'P047'], outcome: 'deny', source: { seed: '003-7（三）1' }, parameters: [], commands: [...leaving, 'carrier.transfer', 'carrier.returnToIssuer', 'carrier.destroy.propose', 'handover.close'],
    sentenceZh: '已登记待发、发出没有回执的载体不得再登记发往别处，也不得另办移交、清退、销毁。',
    judge: (q) => {
      if ((q.command === 'carrier.transfer' && q.input['toUnit'] === undefined) || (q.command === 'handover.close' && q.facts.handover?.kind !== 'unit')) return null;
      const open = q.facts.consignment;
      const again = open === undefined ? undefined : subjects(q).find((c) => c.consignment === open.id && c.state === 'in_custody');
      if (open !== undefined && again !== undefined) return deny(`不得${q.command === 'carrier.convey' ? '投送' : '发出'}。${called(again)} 已列在 ${open.number ?? ''} 发往${open.recipient ?? ''}，还没有回执（规则 P047）。`, `请先登记 ${open.number ?? ''} 的回执；途中找回没有送到的，回执写明实收件数。`);
      // The lines that wait with these carriers go with the consignment.
      if (q.command === 'carrier.convey') return null;
      const before = (q.facts.dispatches ?? []).find((d) => (d.state === 'registered' || d.state === 'sent') && subjects(q).some((c) => d.carriers?.includes(c.id) === true));
      const item = subjects(q).find((c) => before?.carriers?.includes(c.id) === true);
      if (before?.state === 'sent' && item !== undefined) return deny(`${q.command === 'carrier.dispatch' ? '不得发出' : '不得办理'}。${called(item)} 在 ${before.number ?? ''} 发往${before.recipient ?? ''}，还没有回执（规则 P047）。`, `请先登记 ${before.number ?? ''} 的回执；途中找回没有送到的，回执写明实收件数。`);
      return before === undefined || item === undefined ? null : deny(`${q.command === 'carrier.dispatch' ? '不得发出' : '不得办理'}。${called(item)} 已在 ${before.number ?? ''} 登记发往${before.recipient ?? ''}（规则 P047）。`, q.command === 'carrier.dispatch' ? '请换一份；原登记有误的，先作废原登记。' : '请先发出并登记回执；发文登记有误的先作废，或从清单中去掉这一件。');
    },
  },
  {
    id: 'P048', titleZh: '交部门负责人或指定收件人', matrix: ['P048'], outcome: 'deny', source: { seed: '003-10 28（三）、29（三）' }, parameters: ['department.delegates'], commands: dispatch,
    sentenceZh: '本单位内分发的涉密件，只交部门负责人或部门保密联系人。',
    judge: (q) => {
      if (secretOf(q) === null || q.input['outside'] !== false) return null;
      const p = named(q);
      const who = (q.input['addressee'] as string | undefined) ?? '收件人未填';
      if (p !== undefined && isHeadOrDelegate(q, p)) return null;
      return deny(`不得发出。${who}不是部门负责人或部门保密联系人，依据本单位制度（规则 P048）。`, '请改交部门负责人或部门保密联系人；新指定的，先在人员台账登记。');
    },
  },
  {
    id: 'P049', titleZh: '试用期人员不得发文', matrix: ['P049'], outcome: 'deny', source: { seed: '003-10 28（五）' }, parameters: ['dispatch.excludedEmployment'], commands: dispatch,
    sentenceZh: '试用期人员不得经办涉密件发文。',
    judge: (q) => {
      const p = q.facts.person;
      if (secretOf(q) === null || p === undefined || !q.profile.list('dispatch.excludedEmployment').includes(p.employment ?? '')) return null;
      return deny(`不得发出。${p.name ?? ''}的用工性质不得经办涉密件发文，依据本单位制度（规则 P049）。`, '请另派经办人。');
    },
  },
  {
    id: 'P059', titleZh: '对外交换经保密员', matrix: ['P059'], outcome: 'deny', source: { seed: '003-10 35（四）' }, parameters: [], commands: dispatch,
    sentenceZh: '与外单位交换涉密资料，一律经部门保密联系人或保密员经办。',
    judge: (q) => {
      const p = q.facts.person;
      if (secretOf(q) === null || q.input['outside'] === false || p === undefined || p.delegate === 1 || p.name === q.actor.name) return null;
      return deny(`不得发出。${p.name ?? ''}不是部门保密联系人，对外交换涉密资料须经保密员，依据本单位制度（规则 P059）。`, '请改由部门保密联系人或保密员经办。');
    },
  },
  {
    id: 'L019', titleZh: '绝密由指定人员收发', matrix: ['P067', 'P048', 'P049'], outcome: 'deny', source: { law: `${REG}第二十九条第一项` }, parameters: ['reading.tierLevel.core', 'reading.tierLevel.important'], commands: ['carrier.receive', 'carrier.dispatch'],
    sentenceZh: '绝密件由指定的核心涉密人员签收、发送；指定人员在涉密人员台账标明。',
    judge: (q) => {
      const receiving = q.command === 'carrier.receive';
      if ((receiving ? q.input['level'] : secretOf(q)) !== 'top_secret' || q.historical) return null;
      const name = q.input[receiving ? 'signedBy' : 'handler'] as string | undefined;
      if (!receiving && name === undefined) return deny(`不得发出。绝密件须由指定的专人发送，没有写明经办人，依据${REG}第二十九条第一项（规则 L019）。`, '请填写经办人。');
      const p = receiving ? (q.facts.custodianPerson ?? null) : (q.facts.person ?? null);
      if (p !== null && isNamedForTopSecret(q, p)) return null;
      return deny(`不得${receiving ? '登记。签收人' : '发出。经办人'}${p?.name ?? name ?? ''}不是绝密件的指定收发人员，依据${REG}第二十九条第一项（规则 L019）。`, `请由指定人员${receiving ? '签收' : '发送'}；指定人员须为在岗核心涉密人员，并在涉密人员台账标为部门保密联系人。`);
    },
  },
  {
    id: 'L019-A', titleZh: '绝密发给指定的收件人', matrix: ['P048'], outcome: 'deny', source: { law: `${REG}第二十九条第一项` }, parameters: [], commands: dispatch,
    sentenceZh: '绝密件发给对方指定的专人，写明收件人姓名。',
    judge: (q) => (secretOf(q) === 'top_secret' && q.input['addressee'] === undefined ? deny(`不得发出。绝密件须发给对方指定的专人，没有写明收件人，依据${REG}第二十九条第一项（规则 L019）。`, '请填写收件人。') : null),
  },
  {
    id: 'P051', titleZh: '发出前再核对一遍', matrix: ['P051'], outcome: 'needs_second_person', source: { seed: '003-7（三）3' }, parameters: [], commands: leaving,
    sentenceZh: '发出前由另一人核对收件单位和件数；投送的收件单位和件数与发文登记一致。',
    judge: (q) => {
      if (q.command === 'carrier.convey') {
        const items = new Set(subjects(q).map((c) => c.id));
        const other = (q.facts.dispatches ?? []).find((d) => d.recipient !== recipientOf(q) || d.state !== 'registered' || (d.carriers ?? []).some((id) => !items.has(id)));
        if (other === undefined) return null;
        const why = other.state === 'withdrawn' ? '已作废' : other.state !== 'registered' ? '已经发出' : other.recipient === recipientOf(q) ? `共 ${other.copies ?? 0} 份，没有全部在内` : `发往${other.recipient ?? ''}`;
        return deny(`不得投送。发文 ${other.number ?? ''} ${why}，与本次投送不一致（规则 P051）。`, '请核对收件单位和件数。');
      }
      if (secretOf(q) === null) return null;
      const checker = q.input['checkedBy'] as string | undefined;
      if (checker === undefined) return needsSecond('需第二人在场。发出前须由另一人核对收件单位和件数（规则 P051）。', '请填写复核人。');
      return checker === (q.facts.person?.name ?? q.actor.name) ? deny(`复核人不符。${checker}是经办人，不能自己复核（规则 P051）。`, '请另请一人核对。') : null;
    },
  },
  {
    id: 'P052-D', titleZh: '不得放置待取', matrix: ['P052'], outcome: 'deny', source: { seed: '003-15 一3、五4' }, parameters: [], commands: leaving,
    sentenceZh: '发出的载体不得放在桌上、门房等处待取。',
    judge: (q) => (channelOf(q) === 'left_for' ? deny('不得发出。载体须当面交接，每件有签收，不得放置待取，依据本单位制度（规则 P052）。', '请待收件人到场签收，或改由机要渠道传递。') : null),
  },
  {
    id: 'P103', titleZh: '绝密不上网、不走电信', matrix: ['P103'], outcome: 'deny', source: { seed: '000-1M 39', law: `${LAW}第二十九条` }, parameters: ['conveyance.channels.topSecret'], commands: leaving,
    sentenceZh: '绝密级内容不得用传真、网络等现代通信传递。',
    judge: (q) => (secretOf(q) === 'top_secret' && wires.includes(channelOf(q) ?? '') ? deny(`不得发出。绝密级内容不得用${channelZh[channelOf(q) ?? ''] ?? ''}传递，依据${LAW}第二十九条（规则 P103）。`, '请改由机要交通、机要通信或专人送达。') : null),
  },
  {
    id: 'P055-D', titleZh: '密件不用传真和网络', matrix: ['P055'], outcome: 'deny', source: { seed: '003-10 31；002-B2 23', law: `${LAW}第二十九条` }, parameters: [], commands: leaving,
    sentenceZh: '涉密载体不得用公用传真、网络发送。',
    judge: (q) => {
      const level = secretOf(q);
      return level !== null && level !== 'top_secret' && wires.includes(channelOf(q) ?? '') ? deny(`不得发出。${zh(level)}载体不得用${channelZh[channelOf(q) ?? ''] ?? ''}发送，依据${LAW}第二十九条（规则 P055）。`, '请改由机要交通、机要通信、专人送达或机要文件交换站传递。') : null;
    },
  },
  {
    id: 'P055-F', titleZh: '传真收发登记，交部门负责人', matrix: ['P055'], outcome: 'deny', source: { seed: '003-10 31；002-B2 23' }, parameters: ['department.delegates'], commands: [...leaving, 'carrier.receive'],
    sentenceZh: '收发传真逐件登记，写明收件人；收到的和单位内的，收件人是部门负责人或部门保密联系人。',
    judge: (q) => {
      // A state secret is not faxed at all (P055-D, P103).
      if (channelOf(q) !== 'fax' || secretOf(q) !== null) return null;
      if (q.command === 'carrier.convey') return deny('不得投送。传真不办机要投送，依据本单位制度（规则 P055）。', '请在发文登记中选“传真”，写明收件人。');
      const receiving = q.command === 'carrier.receive';
      const who = q.input[receiving ? 'handler' : 'addressee'] as string | undefined;
      if (who === undefined) return deny(`不得登记。传真没有写明${receiving ? '交给谁' : '收件人'}，依据本单位制度（规则 P055）。`, `请填写${receiving ? '承办人' : '收件人'}；传真只交部门负责人或部门保密联系人。`);
      if (!receiving && q.input['outside'] !== false) return null;
      const p = (q.facts.people ?? []).find((one) => one.name === who || one.number === who);
      return p !== undefined && isHeadOrDelegate(q, p) ? null : deny(`不得登记。${who}不是部门负责人或部门保密联系人，传真不得交其收取，依据本单位制度（规则 P055）。`, '请改交部门负责人或部门保密联系人；新指定的，先在人员台账登记。');
    },
  },
  {
    id: 'P098', titleZh: '只走机要渠道', matrix: ['P098', 'P103'], outcome: 'deny', source: { seed: '000-1M 36；000-3a 一；003-15 五3', law: `${LAW}第二十八条；${REG}第二十七条第三项` }, commands: leaving,
    parameters: ['conveyance.channels.topSecret', 'conveyance.channels.secret', 'conveyance.channels.confidential'],
    sentenceZh: '涉密载体由机要交通、机要通信或专人传递，机密、秘密可经机要文件交换站；不得用普通邮政、快递。',
    judge: (q) => {
      const level = secretOf(q);
      const channel = channelOf(q);
      if (level === null || channel === undefined || wires.includes(channel) || channel === 'left_for') return null;
      const open = q.profile.list(`conveyance.channels.${keyOfLevel(level)}`);
      return open.includes(channel) ? null : deny(`不得发出。${zh(level)}载体不得经${channelZh[channel] ?? channel}传递，依据${LAW}第二十八条、${REG}第二十七条第三项（规则 P098）。`, `请改由${open.map((c) => channelZh[c] ?? c).join('、')}传递。`);
    },
  },
  {
    id: 'P098-S', titleZh: '由具备条件的人员投送', matrix: ['P098'], outcome: 'deny', source: { seed: '000-1M 36', law: `${REG}第二十七条第三项` }, parameters: ['eligibility.checks'], commands: convey,
    sentenceZh: '投送人须是在岗、审查合格、培训过的涉密人员。',
    judge: (q) => {
      if (secretOf(q) === null) return null;
      return (q.facts.people ?? []).flatMap((p) => {
        const gaps = ineligible(q, p);
        return gaps.length === 0 ? [] : [deny(`不得投送。${p.name ?? ''}${gaps.join('，')}，不能投送涉密载体，依据${LAW}第四十三条（规则 P098）。`, '请另派投送人。')];
      });
    },
  },
  {
    id: 'P100', titleZh: '专人投送写明路线、车辆和措施', matrix: ['P100'], outcome: 'record', source: { seed: '000-3a 一', law: `${REG}第二十七条第三项` }, parameters: [], commands: convey,
    sentenceZh: '专人送达的写明路线、车辆和防护措施。',
    require: (q) => {
      if (secretOf(q) === null || channelOf(q) !== 'courier') return [];
      return [['route', '路线'], ['vehicle', '车辆（步行的填“步行”）'], ['measures', '防护措施']].filter(([k]) => q.input[k ?? ''] === undefined).map(([k, z]) => gap(k ?? '', `请填写${z ?? ''}。专人送达须选择安全的路线和交通工具（规则 P100）。`));
    },
  },
  {
    id: 'P100-E', titleZh: '投送人数', matrix: ['P100', 'P046'], outcome: 'needs_second_person', source: { seed: '000-3a 一', law: `${REG}第二十九条第二项` }, parameters: ['conveyance.escorts.topSecret', 'conveyance.escorts.secret', 'conveyance.escorts.confidential'], commands: convey,
    sentenceZh: '专人送达绝密件由两人以上同行，机密、秘密件至少一人。',
    judge: (q) => {
      const level = secretOf(q);
      if (level === null || channelOf(q) !== 'courier') return null;
      const need = q.profile.number(`conveyance.escorts.${keyOfLevel(level)}`);
      const have = new Set((q.facts.people ?? []).map((p) => p.id)).size;
      return have >= need ? null : needsSecond(`需第二人在场。专人送达${zh(level)}件须 ${need} 人以上同行，已填 ${have} 人，依据${level === 'top_secret' ? `${REG}第二十九条第二项` : '本单位制度'}（规则 P100）。`, `请填写 ${need} 名投送人。`);
    },
  },
  {
    id: 'P100-D', titleZh: '专人送达须办投送登记', matrix: ['P100', 'P102'], outcome: 'deny', source: { seed: '000-3a 一' }, parameters: [], commands: dispatch,
    sentenceZh: '专人送达的，先登记发文，再办机要投送，记明投送人和路线。',
    judge: (q) => (secretOf(q) !== null && channelOf(q) === 'courier' ? deny('不得发出。专人送达须办机要投送登记，记明投送人、路线和封号，依据本单位制度（规则 P100）。', '请把发送方式留空登记发文，再办机要投送。') : null),
  },
  {
    id: 'P101', titleZh: '不得托人转交', matrix: ['P101'], outcome: 'deny', source: { seed: '003-15 五4' }, parameters: [], commands: convey,
    sentenceZh: '投送人亲自送达，不得托第三人转交，途中不得在公共场所停留。',
    judge: (q) => (q.input['viaThird'] === true ? deny('不得投送。载体须由投送人亲自送达，不得经第三人转交，依据本单位制度（规则 P101）。', '请由投送人直接送交收件人。') : null),
  },
  {
    id: 'P102', titleZh: '逐件列单', matrix: ['P102'], outcome: 'record', source: { seed: '003-15 五2', law: `${REG}第二十七条第二项` }, parameters: ['conveyance.receiptDays'], commands: convey,
    sentenceZh: '投送的载体逐件列单、逐件签收，按期收回回执。',
    require: (q) => (secretOf(q) !== null && q.input['itemsListed'] !== true ? [gap('itemsListed', '请逐件列单并勾选。涉密载体须逐件列单、逐件签收（规则 P102）。')] : []),
  },
  {
    id: 'P099', titleZh: '密封、编封号', matrix: ['P099'], outcome: 'record', source: { seed: '000-1M 36', law: `${REG}第二十七条第三项` }, parameters: [], commands: convey,
    sentenceZh: '信封用韧线装订、密封，在封口和中缝处加盖密封章或加贴封条，写明封号。',
    require: (q) => {
      if (secretOf(q) === null) return [];
      return [...(q.input['sealed'] === true ? [] : [gap('sealed', '请密封并在封口、中缝加盖密封章或贴封条后勾选（规则 P099）。')]), ...(q.input['envelope'] === undefined ? [gap('envelope', '请填写信封编号。收件人凭封号核对（规则 P099）。')] : [])];
    },
  },
  {
    id: 'L017-D', titleZh: '回执四项手续齐全', matrix: ['P046', 'P102'], outcome: 'record', source: { law: `${REG}第二十七条第二项` }, parameters: [], commands: ['carrier.acknowledge'],
    sentenceZh: '收件方清点、签收，件数与编号相符，才算收发完毕。',
    require: (q) => (secretOf(q) !== null && q.input['count'] === undefined ? [gap('count', '请填写对方清点的件数。涉密载体收发须清点、编号、登记、签收（规则 L017）。')] : []),
  },
  {
    id: 'ACK-TIME', titleZh: '收件时间和件数合理', matrix: ['P102', 'P155'], outcome: 'deny', source: { seed: '003-15 五2' }, parameters: [], commands: ['carrier.acknowledge'],
    sentenceZh: '收件时间不早于发出、不晚于现在；收件数不多于发出数。',
    judge: (q) => {
      const at = q.input['receivedAt'] === undefined ? null : toInstant(q.input['receivedAt'] as string);
      const sentAt = q.facts.consignment?.sentAt ?? null;
      if (at !== null && at > q.now) return deny('不得登记。收件时间晚于现在（规则 P155）。', '请核对收件时间。');
      if (at !== null && sentAt !== null && at < sentAt) return deny('不得登记。收件时间早于交出时间（规则 P155）。', '请核对收件时间。');
      const count = q.input['count'] as number | undefined;
      // An old line names copies, not carriers.
      const sent = q.facts.dispatch?.importBatch != null ? (q.facts.dispatch.copies ?? count ?? 0) : awaited(q).length;
      return count === undefined || count <= sent ? null : deny(`不得登记。发出未回执 ${sent} 件，回执 ${count} 件（规则 P102）。`, '请核对件数；多出的件是谁发的，另行查明。');
    },
  },
  {
    id: 'P054-A', titleZh: '回执短缺立即追查', matrix: ['P054', 'P102'], outcome: 'effect', source: { seed: '001-E 6；003-3 1' }, parameters: [], commands: ['carrier.acknowledge'],
    sentenceZh: '对方实收少于发出的，投送记为异常并立案查找。',
    effect: (q, planned) => {
      const count = q.input['count'] as number | undefined;
      const items = awaited(q).filter(classified);
      const all = awaited(q).length;
      if (count === undefined || count >= all || items.length === 0) return planned;
      const of = q.facts.consignment ?? q.facts.dispatch;
      const to = q.facts.consignment?.recipient ?? q.facts.dispatch?.recipient ?? '';
      const lastHolder = q.facts.consignment?.couriers?.join('、') || to;
      return [...planned, enterRecord('shortage', 'incidents', {
        kind: 'shortage', title: items[0]?.title ?? null, level: secretOf(q), discoveredAt: q.happenedAt, discoveredBy: q.input['receivedBy'], state: 'searching', lastHolder: lastHolder.slice(0, 300),
        carrierNumber: items.map((c) => c.number).join('、').slice(0, 300), account: `${of?.number ?? ''} 发往${to} ${all} 件，实收 ${count} 件，短缺 ${all - count} 件。${(q.input['problem'] as string | undefined) ?? ''}`,
      })];
    },
  },
  { id: 'P102-D', titleZh: '发文按期收回回执', matrix: ['P102', 'P046'], outcome: 'due', source: { seed: '003-15 五2', law: `${REG}第二十七条第二项` }, parameters: ['conveyance.receiptDays'], commands: [], sentenceZh: '登记了还没有发出的，当日列入今日；发出的按期收回回执。' },
  { id: 'P050', titleZh: '信封标明密级、紧急程度和文号', matrix: ['P050'], outcome: 'computed', source: { seed: '003-7（三）2' }, parameters: [], commands: [], sentenceZh: '信封面标明密级、急件或亲收件字样；内装多份的逐一列出文号，封签由程序打印。' },
];
