import { isStateSecret, rankOf } from '#shared/levels.ts';
import type { Level } from '#shared/levels.ts';
import { carrierStates } from '#shared/registers/carriers.ts';
import type { CarrierState } from '#shared/registers/carriers.ts';
import { addMonths, yearOf } from '#shared/time.ts';
import type { Change } from '../change.ts';
import { deny, LAW, needsApproval, REG } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { approverOf, zh } from './subject.ts';

const handled = (q: Question): Level | null => (q.input['level'] as Level | null | undefined) ?? q.facts.usage?.level ?? null;

/** Group 2.13: computers and their logs. */
export const machineRules: readonly Rule[] = [
  {
    id: 'P164', titleZh: '未备案的计算机不得处理国家秘密', matrix: ['P164', 'P187'], outcome: 'deny', source: { seed: '002-Q 2、6', law: `${LAW}第三十条` }, parameters: ['computer.filingNumber'], commands: ['computer.commission', 'usageLog.open'],
    sentenceZh: '涉密计算机逐台备案；没有备案号的不得启用和使用。',
    judge: (q) => {
      const c = q.facts.computer;
      if (c === undefined || c.filingNumber !== null || q.input['filingNumber'] !== undefined || q.historical) return null;
      return deny(`不得使用。${c.assetNumber ?? ''} 没有备案号，依据${LAW}第三十条（规则 P164）。`, '请办理备案，填写备案号后启用。');
    },
  },
  {
    id: 'P187', titleZh: '检查合格、批准后启用', matrix: ['P187'], outcome: 'deny', source: { seed: '000-9.2；002-A2 10（四）', law: `${LAW}第三十条；${REG}第三十三条` }, parameters: [], commands: ['computer.commission', 'usageLog.open'],
    sentenceZh: '首次处理国家秘密前经检查合格并批准启用。',
    judge: (q) => {
      const c = q.facts.computer;
      if (c === undefined || q.historical) return null;
      if (q.command === 'computer.commission') return q.input['checkReport'] === undefined && c.checkReport === null ? deny(`不得启用。${c.assetNumber ?? ''} 没有检测报告，依据${REG}第三十三条（规则 P187）。`, '请填写检测报告编号。') : null;
      return c.state === 'in_use' ? null : deny(`不得使用。${c.assetNumber ?? ''} 没有启用或已停用，依据${LAW}第三十条（规则 P187）。`, '请先办理启用。');
    },
  },
  {
    id: 'P168', titleZh: '低密级计算机不处理高密级信息', matrix: ['P168'], outcome: 'deny', source: { seed: '002-Q 8（三）', law: `${LAW}第三十一条` }, parameters: [], commands: ['usageLog.open', 'usageLog.close'],
    sentenceZh: '处理信息的密级不得高于计算机的密级。',
    judge: (q) => {
      const c = q.facts.computer;
      const l = handled(q);
      if (c === undefined || rankOf(l) <= rankOf(c.level)) return null;
      return deny(`不得使用。${c.assetNumber ?? ''} 为${zh(c.level)}级，不得处理${zh(l)}信息，依据${LAW}第三十一条（规则 P168）。`, '请换用相应密级的计算机；如已处理，按 F9 违规登记。');
    },
  },
  {
    id: 'P169', titleZh: '高密级介质不插低密级计算机', matrix: ['P169'], outcome: 'deny', source: { seed: '002-B2 20', law: `${LAW}第三十一条` }, parameters: [], commands: ['usageLog.open'],
    sentenceZh: '介质密级不得高于计算机密级，信息密级不得高于介质密级。',
    judge: (q) => {
      const c = q.facts.computer;
      const bad = (q.facts.media ?? []).find((m) => rankOf(m.level) > rankOf(c?.level ?? null));
      if (c === undefined || bad === undefined) return null;
      return deny(`不得使用。介质 ${bad.number ?? ''} 为${zh(bad.level)}级，高于${c.assetNumber ?? ''} 的${zh(c.level)}级，依据${LAW}第三十一条（规则 P169）。`, '请换用相应密级的计算机。');
    },
  },
  {
    id: 'P171', titleZh: '非密介质不存国家秘密', matrix: ['P171', 'P170'], outcome: 'deny', source: { seed: '002-Q 10（二）；003-5 五', law: `${LAW}第三十一条` }, parameters: [], commands: ['usageLog.open'],
    sentenceZh: '没有密级的介质不得接入涉密计算机处理国家秘密。',
    judge: (q) => {
      const l = handled(q);
      const bad = (q.facts.media ?? []).find((m) => isStateSecret(l) && rankOf(m.level) < rankOf(l));
      return bad === undefined ? null : deny(`不得使用。介质 ${bad.number ?? ''} 为${zh(bad.level)}，不得存储${zh(l)}信息，依据${LAW}第三十一条（规则 P171）。`, '请换用相应密级的介质。');
    },
  },
  {
    id: 'P173', titleZh: '只用在手的介质', matrix: ['P173', 'P174', 'P047'], outcome: 'deny', source: { seed: '002-Q 7（二）；003-5 五3', law: `${LAW}第二十六条第一款` }, parameters: [], commands: ['usageLog.open'],
    sentenceZh: '上机只用在库、在用或已借给使用人本人的介质；已销毁、移交、清退、待销毁、外送、查找中和在他人手中的不得使用。',
    judge: (q) => {
      if (q.historical) return null;
      const user = q.facts.person?.id ?? null;
      const bad = (q.facts.media ?? []).find((m) => !(m.state === 'in_custody' || m.state === 'in_use' || ((m.state === 'lent' || m.state === 'reading') && m.holder !== null && m.holder === user)));
      if (bad === undefined) return null;
      const where = bad.state === 'lent' || bad.state === 'reading' ? `正在${bad.holderName ?? '他人'}处` : `现为“${carrierStates[bad.state as CarrierState]}”`;
      return deny(`不得使用。介质 ${bad.number ?? ''} ${where}，不能由${q.facts.person?.name ?? '使用人'}接入，依据${LAW}第二十六条第一款（规则 P173）。`, '请换用在库的介质，或先办归还、找到等手续；如已使用，按 F9 违规登记。');
    },
  },
  {
    id: 'P175', titleZh: '涉密计算机不联网', matrix: ['P175'], outcome: 'deny', source: { seed: '002-Q 10（一）；002-A2 10（四）', law: `${LAW}第三十一条；${REG}第三十三条` }, parameters: ['computer.network'], commands: ['computer.register', 'computer.commission'],
    sentenceZh: '涉密计算机不得与任何公共网络连接；接入涉密网的写明批准文号。',
    judge: (q) => {
      const network = (q.input['network'] as string | undefined) ?? q.facts.computer?.network ?? 'none';
      if (network === 'none') return null;
      const approved = network === 'approved_classified_network' && q.profile.text('computer.network') === 'approved_classified_network' && (q.input['networkApproval'] ?? q.facts.computer?.networkApproval) != null;
      return approved ? null : deny(`不得登记。涉密计算机不得联网，依据${LAW}第三十一条（规则 P175）。`, '请断开网络；确属经批准的涉密网，由安全保密管理员先变更制度参数并填写批准文号。');
    },
  },
  {
    id: 'P178', titleZh: '使用登记逐项填写', matrix: ['P178'], outcome: 'deny', source: { seed: '002-Q 10（六）' }, parameters: [], commands: ['usageLog.close', 'usageLog.open'],
    sentenceZh: '使用人、起止时间、使用事由、密级、输出和异常情况逐项填写，没有的填“无”。',
    judge: (q) => {
      if (q.historical) return null;
      const closing = q.command === 'usageLog.close' || q.input['endedAt'] !== undefined;
      const gaps: string[] = [];
      if ((q.input['work'] ?? q.facts.usage?.work) == null) gaps.push('使用事由');
      if (closing && q.input['abnormal'] === undefined) gaps.push('异常情况');
      if (closing && q.input['outputs'] === undefined) gaps.push('输出情况');
      if (gaps.length === 0) return null;
      return deny(`机时未能${closing ? '结束' : '开始'}登记：缺“${gaps.join('”“')}”。须逐项填写（规则 P178）。`, '请补填；没有的填“无”。');
    },
  },
  {
    id: 'USAGE-TIMES', titleZh: '起止时间先后合理', matrix: ['P178'], outcome: 'deny', source: { seed: '002-Q 10（六）' }, parameters: [], commands: ['usageLog.open', 'usageLog.close'],
    sentenceZh: '关机不早于开机，不晚于现在；同一台机同一时间只有一条登记。',
    judge: (q) => {
      const start = (q.input['startedAt'] as string | undefined) ?? q.facts.usage?.startedAt ?? q.happenedAt;
      const end = (q.input['endedAt'] as string | undefined) ?? (q.command === 'usageLog.close' ? q.happenedAt : undefined);
      if (start > q.now) return deny('不得登记。开机时间晚于现在（规则 P178）。', '请核对开机时间。');
      if (end !== undefined && end < start) return deny('不得登记。关机时间早于开机时间（规则 P178）。', '请核对起止时间。');
      if (end !== undefined && end > q.now) return deny('不得登记。关机时间晚于现在（规则 P178）。', '请核对关机时间。');
      if (q.command === 'usageLog.open' && q.input['endedAt'] === undefined && q.facts.openUsage != null) return deny(`不得登记。${q.facts.computer?.assetNumber ?? ''} 正由${q.facts.openUsage.userName ?? ''}使用，尚未关机登记（规则 P178）。`, '请先办理关机登记。');
      const same = q.facts.overlap;
      return same == null || q.historical ? null : deny(`不得登记。${q.facts.computer?.assetNumber ?? ''} 在这段时间已有登记 ${same.number ?? ''}（规则 P178）。`, '请核对起止时间。');
    },
  },
  {
    id: 'P179', titleZh: '登记簿密级随最高一条', matrix: ['P179'], outcome: 'effect', source: { seed: '002-Q 10（六）', law: '（二手）' }, parameters: ['usageLog.levelRule'], commands: ['usageLog.closeYear'],
    sentenceZh: '使用登记簿按所记工作的最高密级管理。',
    effect: (q, planned) => {
      let top: Level | null = null;
      for (const s of q.facts.sessions ?? []) if (rankOf(s.level) > rankOf(top)) top = s.level;
      return planned.map((p): Change => (p.kind === 'enter' && p.register === 'usageBooks' ? { ...p, values: { ...p.values, level: top } } : p));
    },
  },
  {
    id: 'P180', titleZh: '一年一册，封存五年', matrix: ['P180'], outcome: 'effect', source: { seed: '002-Q 10（六）' }, parameters: ['usageLog.retentionYears'], commands: ['usageLog.closeYear'],
    sentenceZh: '使用登记按自然年成册，年终封存，保存五年。',
    effect: (q, planned) => planned.map((p): Change => (p.kind === 'enter' && p.register === 'usageBooks' ? { ...p, values: { ...p.values, keepUntil: addMonths(`${String(q.input['year'])}-12-31`, q.profile.number('usageLog.retentionYears') * 12) } } : p)),
  },
  {
    id: 'P180-C', titleZh: '封存的年度不再登记', matrix: ['P180'], outcome: 'deny', source: { seed: '002-Q 10（六）' }, parameters: [], commands: ['usageLog.open', 'usageLog.close', 'usageLog.closeYear', 'record.correct'],
    sentenceZh: '年度册封存后不再登记和更正；年度结束、全部关机后才能封存。',
    judge: (q) => {
      if (q.facts.book != null) return deny(`不得登记。${String(q.facts.book.year)} 年度册已封存（规则 P180）。`, '如有遗漏，按 F9 违规登记并附页说明。');
      if (q.command !== 'usageLog.closeYear') return null;
      if (Number(q.input['year']) >= yearOf(q.now)) return deny('不得封存。年度尚未结束（规则 P180）。', '请在年度结束后封存。');
      if ((q.facts.sessions ?? []).some((s) => s.state === 'open')) return deny('不得封存。还有没有关机登记的记录（规则 P180）。', '请先办理关机登记。');
      return null;
    },
  },
  {
    id: 'P165', titleZh: '计算机按岗位统一配发', matrix: ['P165', 'P166', 'P184'], outcome: 'needs_approval', source: { seed: '002-Q 5、8（一）' }, parameters: ['computer.issueApprover'], commands: ['computer.assign'],
    sentenceZh: '更换责任人须经批准，并写明实际使用人。', approverZh: '办公室',
    judge: (q) => (isStateSecret(q.facts.computer?.level ?? null) ? needsApproval(`需审批。${q.facts.computer?.assetNumber ?? ''} 更换责任人须经${approverOf(q, 'computer.issueApprover')}批准，依据本单位制度（规则 P165）。`, '按 Ctrl+S 送审，或按 F8 打印审批单。', approverOf(q, 'computer.issueApprover')) : null),
  },
  {
    id: 'P185', titleZh: '计算机不得擅自移位', matrix: ['P185', 'P208'], outcome: 'needs_approval', source: { seed: '002-Q 9（二）' }, parameters: ['computer.relocateApprover'], commands: ['computer.relocate'],
    sentenceZh: '涉密计算机只在登记的房间使用，移位须经保密办批准备案。', approverZh: '保密工作机构',
    judge: (q) => (isStateSecret(q.facts.computer?.level ?? null) ? needsApproval(`需审批。${q.facts.computer?.assetNumber ?? ''} 移位须经保密工作机构批准，依据本单位制度（规则 P185）。`, '按 Ctrl+S 送审，或按 F8 打印审批单。') : null),
  },
  { id: 'P167', titleZh: '设备密级随所处理的最高密级', matrix: ['P167'], outcome: 'computed', source: { seed: '002-Q 8（三）；002-B2 8' }, parameters: ['terminal.level'], commands: [], sentenceZh: '设备密级等于处理和存储信息的最高密级，标识随之打印；台账密级由程序按内容计算。' },
];
