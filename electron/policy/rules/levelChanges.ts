import { isStateSecret, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { secretGrades } from '#shared/registers/carriers.ts';
import type { SecretGrade } from '#shared/registers/carriers.ts';
import type { RecordOf } from '#shared/registers/index.ts';
import type { Period } from '#shared/contract/inputs.ts';
import { addMonths } from '#shared/time.ts';
import type { Change } from '../change.ts';
import { markWords, releasedMark } from '../marks.ts';
import { periodEnd, periodFrom } from '../period.ts';
import { deny, LAW, needsApproval, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { workingDayAfter } from '../workingDays.ts';
import { commercial, decided, decidedHere, entriesFor, needsDecision, ownSecret, topOf } from './levelOwnership.ts';
import { called, readersOf, subjects, zh } from './subject.ts';

const deciding = ['classification.decide', 'classification.change', 'classification.extend', 'classification.release'] as const;
const later = ['classification.change', 'classification.extend', 'classification.release'] as const;
const settling = ['classification.decide', 'classification.submit', 'classification.change', 'classification.extend', 'classification.release', 'classification.recordNotice'] as const;
const text = (q: Question, key: string): string | undefined => q.input[key] as string | undefined;
const approvers: Readonly<Record<string, string>> = { generalManager: '总经理', departmentHead: '部门负责人' };

/** Carriers whose level, grade or period the planned changes touch. */
const touches = (c: Change): boolean => c.kind === 'move' && c.register === 'carriers' && ('level' in c.set || 'secrecyPeriod' in c.set);
const carrierBy = (q: Question, id: number): RecordOf<'carriers'> | undefined => q.facts.carriers?.find((c) => c.id === id);
/** Lines of R14 about a later word that takes effect now. */
const takesEffect = (c: Change): boolean => c.register === 'classifications' && ((c.kind === 'enter' && c.values['state'] === 'decided') || (c.kind === 'move' && c.set['state'] === 'decided'));
const withValues = (c: Change, more: Readonly<Record<string, unknown>>): Change => (c.kind === 'enter' ? { ...c, values: { ...c.values, ...more } } : { ...c, set: { ...c.set, ...more } });

/** Group 2.1 beyond the entry of an item: who decides, who is told, what is marked. */
export const levelChangeRules: readonly Rule[] = [
  {
    id: 'L001', titleZh: '承办人与定密责任人不得为同一人', matrix: ['P013'], outcome: 'deny', source: { law: `${LAW}第十六条；${REG}第十七条` }, parameters: ['classification.deciderRole'], commands: ['classification.decide'],
    sentenceZh: '承办人提出定密，定密责任人决定，两人不得为同一人。',
    judge: (q) => (!commercial(q) && q.facts.classification?.proposer === text(q, 'decider') ? deny(`不得定密。${text(q, 'decider') ?? ''}是承办人，不得兼任定密责任人，依据${LAW}第十六条（规则 L001）。`, '请由另一位定密责任人决定。') : null),
  },
  {
    id: 'L002', titleZh: '由定密责任人在权限内决定', matrix: ['P013', 'P006'], outcome: 'deny', source: { law: `${LAW}第十六条；${REG}第十四条` }, parameters: ['classification.officers', 'training.validMonths'], commands: [...deciding, 'classification.review'],
    sentenceZh: '密级由单位负责人或其书面指定、受过培训的定密责任人，在指定的业务范围和最高密级内决定。',
    judge: (q) => {
      if (q.command === 'classification.review' ? false : !decidedHere(q)) return null;
      const decider = text(q, 'decider');
      if (decider === undefined) return deny(`不得办理。没有写明定密责任人，依据${LAW}第十六条（规则 L002）。`, '请填写作出决定的定密责任人。');
      const entries = entriesFor(q, decider);
      if (entries.length === 0) return deny(`不得办理。${decider}不在本单位定密责任人名单中，依据${LAW}第十六条、${REG}第十四条（规则 L002）。`, '请由名单中的定密责任人决定；新指定的，先由安全保密管理员更新名单。');
      const level = decided(q);
      if (q.command !== 'classification.review' && q.facts.classification?.kind !== 'derived' && rankOf(level) > topOf(entries)) return deny(`不得办理。${decider}的最高定密权限低于${zh(level)}，依据${REG}第十四条（规则 L002）。`, '请由权限相当的定密责任人决定。');
      const person = q.facts.decider ?? null;
      const until = person?.trainedOn == null ? null : addMonths(person.trainedOn, q.profile.number('training.validMonths'));
      return person !== null && (until === null || until < q.today) ? warn(`${decider}没有有效的保密培训记录，定密责任人应受过定密培训，依据${REG}第十四条（规则 L002）。`, '请补登培训，或写明情况。') : null;
    },
  },
  {
    id: 'P013', titleZh: '密级由定密责任人审定', matrix: ['P013', 'P009'], outcome: 'needs_approval', source: { seed: '000-9.1；003-10 27（一）', law: `${LAW}第十六条、第二十三条；${REG}第十七条` }, parameters: ['classification.deciderRole'], commands: deciding,
    sentenceZh: '本单位的定密、变更、延长和提前解密由定密责任人审定；签发文件不代替定密。', approverZh: '定密责任人',
    judge: (q) => {
      if (!decidedHere(q)) return null;
      const signer = q.approval === null || !q.approval.fits ? null : (q.approval.record.signedBy ?? q.approval.record.decidedBy);
      if (signer !== null && text(q, 'decider') !== undefined && signer !== text(q, 'decider')) return deny(`不得办理。审批单由${signer}签署，填写的定密责任人是${text(q, 'decider') ?? ''}，两者不符（规则 P013）。`, '请改正定密责任人，或由其本人另行审批。');
      return needsApproval(`需审批。密级、期限和知悉范围由定密责任人审定，依据${LAW}第十六条（规则 P013）。`, '按 Ctrl+S 送审，或按 F8 打印定密审批表。');
    },
  },
  {
    id: 'L003', titleZh: '原始定密写明事项范围条目', matrix: ['P006', 'P010'], outcome: 'record', source: { law: `${REG}第十七条第一款` }, parameters: [], commands: ['classification.propose'],
    sentenceZh: '原始定密写明保密事项范围的条目和定密依据。',
    require: (q) => {
      if (q.input['kind'] !== 'original' || q.input['regime'] !== 'state_secret') return [];
      return [
        ...(q.input['clause'] === undefined ? [{ path: 'clause', messageZh: '请填写保密事项范围的条目。原始定密须有具体条目（规则 L003）。' }] : []),
        ...(q.input['basis'] === undefined ? [{ path: 'basis', messageZh: '请填写定密依据。原始定密须说明理由（规则 L003）。' }] : []),
      ];
    },
  },
  {
    id: 'L004', titleZh: '派生定密不低于来源', matrix: ['P006'], outcome: 'deny', source: { law: `${LAW}第十八条；${REG}第十八条` }, parameters: [], commands: ['classification.propose', 'classification.decide', 'classification.change'],
    sentenceZh: '执行、办理、汇总或答复已定密事项产生的内容派生定密，注明来源，密级不低于来源。',
    judge: (q) => {
      const kind = q.command === 'classification.propose' ? q.input['kind'] : q.facts.classification?.kind;
      if (q.command === 'classification.propose' && kind === 'derived' && q.input['regime'] === 'state_secret') {
        if (q.input['derivedReason'] === undefined) return deny(`不得登记。派生定密没有选定四种情形之一，依据${REG}第十八条（规则 L004）。`, '请选择执行、办理、汇总或答复；都不符合的，按原始定密提出。');
        if (q.input['source'] === undefined && q.input['basisDocument'] === undefined) return deny(`不得登记。派生定密没有注明来源，依据${LAW}第十八条（规则 L004）。`, '请指明来源载体；来源不在本单位台账的，填写来源文号。');
      }
      const source = q.facts.sourceCarrier ?? null;
      if (source === null || (q.command === 'classification.decide' && (kind !== 'derived' || q.input['verdict'] !== 'agreed'))) return null;
      const level = decided(q);
      return rankOf(level) < rankOf(source.level) ? deny(`密级过低。来源 ${called(source)} 为${zh(source.level)}，派生的不得低于来源，依据${LAW}第十八条（规则 L004）。`, `请定为${zh(source.level)}以上；来源已降密、解密的，先登记其通知。`) : null;
    },
  },
  {
    id: 'L005', titleZh: '拟定密级先行保护、限期报请', matrix: ['P006'], outcome: 'effect', source: { seed: '002-B3 2', law: `${REG}第十七条第二款、第二十五条` }, parameters: ['classification.submitWithinWorkingDays', 'classification.answerWithinWorkingDays', 'unit.maxOriginalLevel'], commands: ['classification.propose', 'classification.submit'],
    sentenceZh: '没有定密权或不明确的事项先按拟定密级保护，十个工作日内报请有权机关确定，十个工作日内答复。',
    effect: (q, planned) => planned.map((c): Change => {
      if (c.register !== 'classifications') return c;
      if (c.kind === 'move') return c.set['state'] === 'submitted' ? withValues(c, { answerDueOn: workingDayAfter(String(c.set['submittedOn']), q.profile.number('classification.answerWithinWorkingDays')) }) : c;
      if (c.values['regime'] !== 'state_secret') return c;
      const max = q.profile.text('unit.maxOriginalLevel');
      const beyond = c.values['kind'] === 'original' && (max === 'none' || rankOf(c.values['level'] as Level | null) > rankOf(max as Level));
      if (c.values['kind'] !== 'provisional' && !beyond) return c;
      return withValues(c, { kind: 'provisional', submitDueOn: workingDayAfter(q.today, q.profile.number('classification.submitWithinWorkingDays')) });
    }),
  },
  {
    id: 'L006', titleZh: '有争议的按最高密级保护', matrix: ['P001'], outcome: 'effect', source: { law: `${REG}第二十六条第三款` }, parameters: [], commands: ['classification.propose'],
    sentenceZh: '对是否定密、定何密级有争议的，决定之前按各方主张的最高密级保护。',
    effect: (q, planned) => {
      const claims = ((q.input['disputed'] as Level[] | undefined) ?? []).filter((l) => isStateSecret(l));
      if (claims.length === 0 || q.input['regime'] !== 'state_secret') return planned;
      const top = [...claims, q.input['level'] as Level].reduce((a, b) => (rankOf(b) > rankOf(a) ? b : a));
      return planned.map((c) => ((c.kind === 'enter' && c.register === 'classifications') || touches(c) ? withValues(c, { level: top }) : c));
    },
  },
  {
    id: 'ANSWERED', titleZh: '答复写明文号和结果', matrix: ['P006'], outcome: 'record', source: { law: `${REG}第二十五条` }, parameters: [], commands: ['classification.submit'],
    sentenceZh: '登记答复时写明答复文号、确定的密级和期限。',
    require: (q) => {
      const r = q.facts.classification;
      if (q.input['answeredOn'] === undefined) return r?.kind === 'provisional' && q.input['to'] === undefined && r.submittedTo === null ? [{ path: 'to', messageZh: '请填写报请的机关。没有报请机关无法催办（规则 L005）。' }] : [];
      return [
        ...(q.input['answerNumber'] === undefined ? [{ path: 'answerNumber', messageZh: '请填写答复文号。答复须有据可查（规则 L005）。' }] : []),
        ...(r?.kind !== 'notice' && r?.kind !== 'suggestion' && q.input['level'] === undefined ? [{ path: 'level', messageZh: '请填写答复的密级；答复不属于国家秘密的选“非密”（规则 L005）。' }] : []),
        ...(r?.kind === 'notice' && q.input['confirmed'] === undefined ? [{ path: 'confirmed', messageZh: '请填写延长是否有效。答复前本件暂缓处理（规则 L010）。' }] : []),
      ];
    },
  },
  {
    id: 'P009-A', titleZh: '由原定密机关或其上级变更', matrix: ['P009', 'P005'], outcome: 'deny', source: { seed: '000-1M 29', law: `${LAW}第二十三条、第二十四条` }, parameters: [], commands: later,
    sentenceZh: '密级变更、延长和解密由原定密机关或其上级决定；别的单位凭其通知办理。',
    judge: (q) => {
      const c = q.facts.carrier;
      if (c === undefined || !needsDecision(q)) return null;
      if (c.regime !== 'commercial_secret' && !isStateSecret(c.level)) return deny(`不得办理。${called(c)} 不属于国家秘密，没有密级可改（规则 P009）。`, '应当定密的，办理提出定密。');
      if (c.provisional === 1) return deny(`不得办理。${called(c)} 是拟定密级，还没有确定（规则 P009）。`, '请办理定密决定，或登记有权机关的答复。');
      if (c.regime === 'commercial_secret' || ownSecret(c, q.terminal.organisation) || text(q, 'noticeNumber') !== undefined) return null;
      return deny(`不得办理。${called(c)} 由${c.issuer ?? '其他机关'}定密，本单位无权变更、延长或解密，依据${LAW}第二十三条、第二十四条（规则 P009）。`, '请填写原定密机关或其上级的通知文号；没有通知的，可办理建议解密。');
    },
  },
  {
    id: 'P009-R', titleZh: '变更解密写明依据', matrix: ['P009', 'P015'], outcome: 'record', source: { seed: '002-B3 3；000-1M 29', law: `${LAW}第二十条第四款、第二十三条` }, parameters: [], commands: [...later, 'classification.recordNotice'],
    sentenceZh: '变更写明改成什么；变更、延长、提前解密和公布写明依据。',
    require: (q) => {
      const has = (key: string): boolean => q.input[key] !== undefined;
      const missing = [];
      if (q.command === 'classification.change' && !has('level') && !has('grade') && !has('period')) missing.push({ path: 'level', messageZh: '请填写新的密级或保密期限。没有可改的内容（规则 P009）。' });
      if (q.command === 'classification.recordNotice') {
        if (q.input['notice'] === 'change' && !has('level') && !has('period')) missing.push({ path: 'level', messageZh: '请填写通知所定的密级或保密期限（规则 P009）。' });
        if (q.input['notice'] === 'extension' && !has('period')) missing.push({ path: 'period', messageZh: '请填写延长后的保密期限（规则 P009）。' });
      } else if ((needsDecision(q) || q.input['reason'] === 'condition') && !has('basis') && !has('noticeNumber')) missing.push({ path: 'basis', messageZh: q.input['reason'] === 'published' ? '请填写公布的决定。公布也是解密，须有依据（规则 L011）。' : '请填写依据。变更、解密须有书面依据（规则 P009）。' });
      return missing;
    },
  },
  {
    id: 'L010', titleZh: '延长须在届满前决定', matrix: ['P005'], outcome: 'deny', source: { law: `${LAW}第二十四条` }, parameters: [], commands: ['classification.extend', 'classification.recordNotice', 'classification.release'],
    sentenceZh: '延长保密期限须在届满前决定；届满后才决定的向原定密机关查询，答复前暂缓处理。',
    judge: (q) => {
      if (q.command === 'classification.release') return q.facts.openQuery == null ? null : deny(`暂缓解密。${q.facts.openQuery.noticeNumber ?? ''} 延长通知正在查询，没有答复（规则 L010）。`, `请在 ${q.facts.openQuery.number ?? ''} 登记答复后再办。`);
      const day = text(q, 'decidedOn') ?? q.today;
      if (q.command === 'classification.recordNotice') {
        if (q.input['notice'] !== 'extension' || text(q, 'queriedWith') !== undefined) return null;
        const late = subjects(q).find((c) => c.periodEndsOn !== null && day > c.periodEndsOn);
        return late === undefined ? null : deny(`不得照改。${called(late)} 的期限 ${late.periodEndsOn ?? ''} 已届满，${day} 才决定延长，依据${LAW}第二十四条（规则 L010）。`, '请向原定密机关查询，填写已向何机关查询；答复前本件暂缓处理。');
      }
      const c = q.facts.carrier;
      if (c === undefined || c.periodEndsOn === null) return null;
      if (day > c.periodEndsOn) return deny(`不得延长。${called(c)} 的期限 ${c.periodEndsOn} 已届满，依据${LAW}第二十四条（规则 L010）。`, '已届满的自行解密；仍应保密的另行定密。');
      const end = periodEnd(q.input['period'] as Period, c.issuedOn ?? c.receivedOn, q.today);
      return end !== null && end <= c.periodEndsOn ? deny(`不得延长。新的期限到 ${end}，没有超过原期限 ${c.periodEndsOn}（规则 L010）。`, '请填写从原起算日算起的全部期限；缩短期限的办理变更密级。') : null;
    },
  },
  {
    id: 'P005-A', titleZh: '届满核对后解密', matrix: ['P005'], outcome: 'deny', source: { seed: '002-B2 11 注3', law: `${LAW}第二十条、第二十四条` }, parameters: ['period.expiryEffect', 'period.expiryHandling'], commands: ['classification.release'],
    sentenceZh: '保密期限届满没有延长的自行解密；核对没有延长通知后登记。条件解密的以条件达到为准。',
    judge: (q) => {
      const c = q.facts.carrier;
      const reason = q.input['reason'];
      if (c === undefined || (reason !== 'ended' && reason !== 'condition')) return null;
      if (c.regime !== 'commercial_secret' && !isStateSecret(c.level)) return deny(`不得办理。${called(c)} 不属于国家秘密（规则 P005）。`, '不必办理解密。');
      if (reason === 'condition') return c.periodForm === 'condition' ? null : deny(`不得解密。${called(c)} 没有定解密条件（规则 P005）。`, '请选择其他解密理由。');
      if (c.periodEndsOn === null) return deny(`不得解密。${called(c)} 的期限不以日期届满，依据${LAW}第二十条（规则 P005）。`, '定有解密条件的，条件达到后选“解密条件达到”。');
      if (c.periodEndsOn >= q.today) return deny(`不得解密。${called(c)} 的保密期限 ${c.periodEndsOn} 才届满（规则 P005）。`, '请等届满；提前解密由原定密机关决定。');
      if (q.profile.text('period.expiryHandling') === 'holdUntilChecked' && q.input['extensionChecked'] !== true) return deny(`暂缓解密。没有核对是否收到 ${called(c)} 的延长通知，依据本单位制度（规则 P005）。`, '请核对收文登记，勾选“已核对没有延长通知”。');
      return null;
    },
  },
  {
    id: 'P014', titleZh: '商业秘密按等级批准', matrix: ['P014'], outcome: 'needs_approval', source: { seed: '000-4；002-J' }, parameters: ['commercialSecret.approver.grade1', 'commercialSecret.approver.grade2', 'commercialSecret.approver.grade3'], commands: ['classification.decide'],
    sentenceZh: '商业秘密三级由部门负责人定，二级、一级由总经理定。', approverZh: '总经理或部门负责人',
    judge: (q) => {
      if (!commercial(q) || q.input['verdict'] !== 'agreed') return null;
      const grade = (q.input['grade'] as SecretGrade | undefined) ?? q.facts.classification?.grade ?? null;
      if (grade === null) return deny('不得定密。没有填写商业秘密等级（规则 P014）。', '请填写一级、二级或三级。');
      const approverZh = approvers[q.profile.text(`commercialSecret.approver.${grade}`)] ?? '总经理';
      return { ...needsApproval(`需审批。商业秘密${secretGrades[grade]}由${approverZh}定，依据本单位制度（规则 P014）。`, '按 Ctrl+S 送审，或按 F8 打印审批表。'), approverZh };
    },
  },
  {
    id: 'P015', titleZh: '商业秘密解密延期须上级同意', matrix: ['P015'], outcome: 'needs_approval', source: { seed: '000-1M 29' }, parameters: ['commercialSecret.releaseConsent'], commands: later,
    sentenceZh: '商业秘密的变更、延期和解密由原定单位决定，上级保密工作机构同意。', approverZh: '上级保密工作机构',
    judge: (q) => (commercial(q) && q.profile.text('commercialSecret.releaseConsent') === 'higherSecrecyOffice' ? needsApproval('需审批。商业秘密变更、延期和解密须上级保密工作机构同意，依据本单位制度（规则 P015）。', '请打印审批表，经上级保密工作机构签署后录入。') : null),
  },
  {
    id: 'P020', titleZh: '商业秘密按职务知悉', matrix: ['P020'], outcome: 'deny', source: { seed: '003-10 15–17' }, parameters: ['commercialSecret.readers.grade1', 'commercialSecret.readers.grade2', 'commercialSecret.readers.grade3'], commands: ['carrier.lend', 'carrier.read', 'carrier.circulate', 'knowledge.record'],
    sentenceZh: '商业秘密按等级由规定职务的人员和列名的直接经办人员知悉。',
    judge: (q) => {
      const found = subjects(q).filter((c) => c.regime === 'commercial_secret').flatMap((c) => {
        const words = q.profile.list(`commercialSecret.readers.${c.grade ?? 'grade3'}`);
        const outside = readersOf(q).find((p) => !(c.accessScope ?? []).includes(p.name ?? '') && !words.some((w) => `${p.duty ?? ''} ${p.post ?? ''}`.includes(w)));
        return outside === undefined ? [] : [{ c, outside }];
      })[0];
      if (found === undefined) return null;
      return deny(`不得交出。${found.outside.name ?? ''}的职务不在商业秘密${secretGrades[found.c.grade ?? 'grade3']}的知悉范围，也不是列名的经办人员，依据本单位制度（规则 P020）。`, '请核对职务；确为直接经办人员的，先列入知悉范围。');
    },
  },
  {
    id: 'L012', titleZh: '可向原定密机关建议解密', matrix: ['P009'], outcome: 'deny', source: { law: `${REG}第二十二条第二款` }, parameters: [], commands: ['classification.suggestRelease'],
    sentenceZh: '认为别的机关所定国家秘密应当解密的，可以书面建议原定密机关解密。',
    judge: (q) => {
      const c = q.facts.carrier;
      if (c === undefined) return null;
      if (!isStateSecret(c.level)) return deny(`不必建议。${called(c)} 不属于国家秘密（规则 L012）。`, '请核对载体编号。');
      return ownSecret(c, q.terminal.organisation) ? deny(`不必建议。${called(c)} 由本单位定密，可自行决定解密，依据${LAW}第二十四条（规则 L012）。`, '请办理解密。') : null;
    },
  },
  {
    id: 'L014', titleZh: '不便作标志的书面通知', matrix: ['P008'], outcome: 'record', source: { law: `${REG}第二十一条` }, parameters: [], commands: ['label.print'],
    sentenceZh: '不便作出密级标志的，以书面通知知悉范围内的人员，写明文号。',
    require: (q) => (q.input['unmarkable'] === true && q.input['writtenNotice'] === undefined ? [{ path: 'writtenNotice', messageZh: '请填写书面通知的文号。不便作标志的须书面通知（规则 L014）。' }] : []),
  },
  {
    id: 'P009-B', titleZh: '变更标志须有原标志', matrix: ['P009'], outcome: 'deny', source: { seed: '002-B3 3', law: `${REG}第二十一条` }, parameters: [], commands: ['label.print'],
    sentenceZh: '新标志作在原标志旁，原标志划去；没有变更过的不印变更标志。',
    judge: (q) => {
      if (q.input['change'] !== true) return null;
      const same = subjects(q).find((c) => c.oldMark === null);
      return same === undefined ? null : deny(`不得印变更标志。${called(same)} 没有变更过密级（规则 P009）。`, '请从清单中去掉这一件，或印普通标志。');
    },
  },
  {
    id: 'L007', titleZh: '期限从标明的制发日起算', matrix: ['P002'], outcome: 'effect', source: { law: `${REG}第十九条第二款` }, parameters: [], commands: ['classification.propose', ...settling],
    sentenceZh: '保密期限从标明的制发日起算，没有标明的从书面通知之日起算。',
    effect: (q, planned) => planned.map((c) => {
      if (!touches(c) || c.kind !== 'move' || typeof c.set['secrecyPeriod'] !== 'string') return c;
      const carrier = carrierBy(q, c.record);
      return withValues(c, { periodEndsOn: periodEnd(periodFrom(c.set['secrecyPeriod']), carrier?.issuedOn ?? carrier?.receivedOn ?? text(q, 'noticeOn') ?? null, q.today) });
    }),
  },
  {
    id: 'P009', titleZh: '新标志作在原标志旁', matrix: ['P009'], outcome: 'effect', source: { seed: '002-B3 3；000-1M 29', law: `${REG}第二十一条` }, parameters: [], commands: settling,
    sentenceZh: '密级、期限变更或解密后，新旧标志都记入台账，须更换标志。',
    effect: (q, planned) => {
      const marks = new Map<number, { oldMark: string | null; newMark: string | null }>();
      const moved = planned.map((c) => {
        if (!touches(c) || c.kind !== 'move') return c;
        const carrier = carrierBy(q, c.record);
        if (carrier === undefined) return c;
        const after = { ...carrier, ...c.set };
        const oldMark = markWords(carrier);
        const newMark = markWords(after) ?? (oldMark === null ? null : releasedMark);
        if (oldMark === newMark) return c;
        marks.set(c.record, { oldMark, newMark });
        return withValues(c, { ...(oldMark === null ? {} : { oldMark }), markText: newMark, markApplied: 0 });
      });
      return moved.map((c) => {
        if (c.register !== 'classifications' || !takesEffect(c)) return c;
        const about = c.kind === 'enter' ? (c.values['carrier'] as number | null) : (q.facts.classification?.carrier ?? null);
        const mark = about === null ? undefined : marks.get(about);
        return mark === undefined ? c : withValues(c, mark);
      });
    },
  },
  {
    id: 'L009', titleZh: '书面通知知悉范围', matrix: ['P009'], outcome: 'effect', source: { law: `${LAW}第二十三条` }, parameters: [], commands: settling,
    sentenceZh: '变更、延长、解密后书面通知知悉范围内的单位和人员，下一工作日前办结。',
    effect: (q, planned) => planned.map((c) => (takesEffect(c) ? withValues(c, { notifyDueOn: workingDayAfter(q.today, 1) }) : c)),
  },
  { id: 'L011', titleZh: '正式公布即解密', matrix: ['P009'], outcome: 'computed', source: { law: `${LAW}第二十条第四款` }, parameters: [], commands: ['classification.release'], sentenceZh: '依法决定公布的，正式公布时即解密，解密理由记为公布。' },
  { id: 'L004-D', titleZh: '来源变更后核对派生件', matrix: ['P009'], outcome: 'due', source: { law: `${LAW}第十八条、第二十三条` }, parameters: [], commands: [], sentenceZh: '派生定密的来源变更、延长或解密后，派生的载体应随之核对变更。' },
  { id: 'P016', titleZh: '商业秘密到期复审', matrix: ['P016'], outcome: 'due', source: { seed: '002-S 四2、五' }, parameters: ['commercialSecret.expiryLeadDays'], commands: [], sentenceZh: '商业秘密到期前复审，不漏定、不扩大、不妨碍交流。' },
  { id: 'P017', titleZh: '每年审核所定密级', matrix: ['P017'], outcome: 'due', source: { seed: '000-10；002-P 二（一）5', law: `${LAW}第二十四条` }, parameters: ['period.reviewEveryMonths'], commands: [], sentenceZh: '本单位所定的国家秘密每年审核一次，逐件写明维持、变更或解密。' },
  { id: 'L013', titleZh: '国家秘密事项一览表备案', matrix: ['P017'], outcome: 'due', source: { law: `${REG}第十三条` }, parameters: ['unit.maxOriginalLevel', 'period.reviewEveryMonths'], commands: [], sentenceZh: '有定密权的单位及时更新国家秘密事项一览表，报保密行政管理部门备案。' },
];
