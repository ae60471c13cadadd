import { isStateSecret, rankOf } from '#shared/levels.ts';
import { deny, LAW, needsApproval, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import { called, subjects, zh } from './subject.ts';

const channelZh: Readonly<Record<string, string>> = { ordinary: '普通邮递', confidential_post: '机要邮寄', confidential_transport: '机要交通', courier: '专人', cipher: '密码', plain: '明码', phone: '电话' };
const telegramIn = (q: Question) => [...subjects(q), ...(q.facts.sourceCarrier == null ? [] : [q.facts.sourceCarrier])].find((c) => c.carrierKind === 'telegram');
/** Acts that put a carrier into other hands than its keeper's. */
const handing = ['carrier.lend', 'carrier.transfer', 'carrier.hold', 'carrier.route', 'carrier.circulate', 'carrier.returnToIssuer', 'carrier.dispatch', 'archive.lendOut'] as const;

/** Group 2.11: cipher telegrams. One keeper; no copies; answered the way it came. */
export const telegramRules: readonly Rule[] = [
  {
    id: 'P144', titleZh: '密码电报由指定的人保管', matrix: ['P144'], outcome: 'deny', source: { seed: '003-6 五；003-15 一3', law: `${REG}第二十九条第一项` }, parameters: ['cipher.keepers'], commands: ['telegram.receive'],
    sentenceZh: '密码电报指定一人保管（制度规定的可有一名副手），不分散到其他人。',
    judge: (q) => {
      const keepers = new Set((q.facts.telegrams ?? []).map((t) => t.keeper).filter((k): k is string => k !== null));
      const keeper = q.input['keeper'] as string;
      const max = q.profile.number('cipher.keepers');
      return keepers.has(keeper) || keepers.size < max ? null : deny(`不得登记。密码电报由${[...keepers].join('、')}保管，本单位指定 ${max} 人，不能再由${keeper}保管（规则 P144）。`, '请交指定的人保管；要换人的，先办保密员交接。');
    },
  },
  {
    id: 'P144-E', titleZh: '密码电报有自己的登记簿', matrix: ['P144'], outcome: 'deny', source: { seed: '003-6 五' }, parameters: [], commands: ['carrier.enter', 'carrier.receive'],
    sentenceZh: '密码电报在密码电报登记簿登记，同时成为载体；旧台账导入的除外。',
    judge: (q) => (q.input['carrierKind'] === 'telegram' && !q.historical ? deny('不得登记。密码电报不按一般文件登记（规则 P144）。', '请在密码电报登记簿办理“收密码电报”。') : null),
  },
  {
    id: 'P144-H', titleZh: '密码电报不离开保管人', matrix: ['P144'], outcome: 'deny', source: { seed: '003-6 五；000-6 三', law: `${REG}第二十九条第一项` }, parameters: ['cipher.keepers'], commands: handing,
    sentenceZh: '密码电报不外借、不传阅、不转交，只在保管人面前阅读；用完按电报退还。',
    judge: (q) => {
      const c = telegramIn(q);
      return c === undefined ? null : deny(`不得办理。${called(c)} 是密码电报，只由指定的人保管，不外借、不传阅、不转交（规则 P144）。`, '请在密码电报登记簿办理阅读或退还。');
    },
  },
  {
    id: 'P145', titleZh: '密码电报不得复制翻印', matrix: ['P145'], outcome: 'deny', source: { seed: '003-6 五；000-6 三；000-3a 三' }, parameters: ['cipher.copy'], commands: ['carrier.copy', 'carrier.extract', 'carrier.compile', 'production.request', 'telegram.extract'],
    sentenceZh: '密码电报不得自行复制、汇编、翻印成文件；确需摘录的由保管人经批准办理。',
    judge: (q) => {
      if (q.command === 'telegram.extract') return q.input['reprint'] === true ? deny('不得翻印。密码电报不得翻印成文件（规则 P145）。', '请只摘录所需内容，摘入保密本。') : null;
      const c = telegramIn(q);
      return c === undefined ? null : deny(`不得复制。${called(c)} 是密码电报，不得自行复制、汇编、翻印（规则 P145）。`, '确需留用内容的，由保管人经批准摘入保密本。');
    },
  },
  {
    id: 'P146', titleZh: '摘录由保管人经批准办理', matrix: ['P146'], outcome: 'needs_approval', source: { seed: '003-6 五；000-1M 33；C19', law: `${LAW}第二十六条第二款` }, parameters: ['cipher.extract'], commands: ['telegram.extract'],
    sentenceZh: '密码电报只由保管人摘录，经主管领导批准；绝密还须发电单位同意。', approverZh: '主管领导',
    judge: (q) => {
      const t = q.facts.telegram;
      if (q.profile.text('cipher.extract') === 'never') return deny('不得摘录。本单位规定密码电报一律不摘录（规则 P146）。', '请在保管人处阅读。');
      if (t?.keeper !== q.input['by']) return deny(`不得摘录。摘录人${String(q.input['by'])}不是保管人，密码电报只由${t?.keeper ?? '指定的人'}摘录（规则 P146）。`, '请由保管人摘录。');
      if (t?.level === 'top_secret' && (q.input['originatorConsent'] === undefined || q.input['consentOn'] === undefined)) return deny(`不得摘录。绝密电报没有发电单位同意的文号和日期，依据${LAW}第二十六条第二款（规则 P146）。`, '请取得发电单位书面同意，填写文号和日期。');
      return needsApproval('需审批。摘录密码电报须经主管领导批准，依据本单位制度（规则 P146）。', '按 Ctrl+S 送审，或按 F8 打印审批单。');
    },
  },
  {
    id: 'P146-B', titleZh: '摘录只进保密本', matrix: ['P146'], outcome: 'deny', source: { seed: '000-1M 33', law: `${REG}第二十七条第五项` }, parameters: [], commands: ['telegram.extract'],
    sentenceZh: '摘录写入编了号的保密本，保密本的密级不低于电报。',
    judge: (q) => {
      const book = q.facts.notebookCarrier;
      if (book == null) return deny('不得摘录。没有写明摘入哪一本保密本（规则 P146）。', '请填写保密本的载体编号。');
      if (book.carrierKind !== 'notebook') return deny(`不得摘录。${called(book)} 不是保密本（规则 P146）。`, '请摘入编了号的保密本。');
      if (book.state !== 'in_custody' && book.state !== 'in_use') return deny(`不得摘录。${called(book)} 不在手边（规则 P146）。`, '请换一本在库或在用的保密本。');
      const level = q.facts.telegram?.level ?? null;
      return rankOf(book.level) >= rankOf(level) ? null : deny(`不得摘录。${called(book)} 为${zh(book.level)}，低于电报的${zh(level)}（规则 P146）。`, '请换一本密级相当的保密本。');
    },
  },
  {
    id: 'P147', titleZh: '密码电报的传递渠道', matrix: ['P147'], outcome: 'deny', source: { seed: '003-6 五', law: `${LAW}第二十八条` }, parameters: [], commands: ['telegram.return', 'carrier.convey', 'carrier.carryOut'],
    sentenceZh: '密码电报不走普通邮递和机要邮寄，不随身带出；退还由机要交通或专人。',
    judge: (q) => {
      if (q.command === 'telegram.return') {
        const channel = q.input['channel'] as string;
        return channel === 'ordinary' || channel === 'confidential_post' ? deny(`不得退还。密码电报不得${channelZh[channel] ?? channel}（规则 P147）。`, '请改由机要交通或专人送还。') : null;
      }
      const c = telegramIn(q);
      if (c === undefined) return null;
      return deny(`不得${q.command === 'carrier.carryOut' ? '带出' : '投送'}。${called(c)} 是密码电报，不邮寄、不随身携带外出（规则 P147）。`, '请在密码电报登记簿办理退还。');
    },
  },
  {
    id: 'P148', titleZh: '密来密复，明来明复', matrix: ['P148'], outcome: 'deny', source: { seed: '003-6 五；003-14 8；000-6 三' }, parameters: ['cipher.replyChannel'], commands: ['telegram.reply'],
    sentenceZh: '密码来电用密码回复，明码来电用明码回复，不得混用，不得用电话答复。',
    judge: (q) => {
      const came = q.facts.telegram?.channel ?? 'cipher';
      const goes = q.input['channel'] as string;
      return goes === came ? null : deny(`不得复电。来电为${channelZh[came] ?? came}，不能用${channelZh[goes] ?? goes}答复，密码、明码不得混用（规则 P148）。`, `请改用${channelZh[came] ?? came}复电。`);
    },
  },
  {
    id: 'P149', titleZh: '明码不载国家秘密', matrix: ['P149'], outcome: 'deny', source: { seed: '003-6 六', law: `${LAW}第二十九条` }, parameters: [], commands: ['telegram.reply'],
    sentenceZh: '明码电报、电话不得涉及国家秘密。',
    judge: (q) => (q.input['channel'] !== 'cipher' && q.input['classified'] !== false ? deny(`不得复电。${channelZh[q.input['channel'] as string] ?? ''}不得载有国家秘密，依据${LAW}第二十九条（规则 P149）。`, '内容不涉密的，请注明“复电内容不涉密”；涉密的只能用密码。') : null),
  },
  {
    id: 'P149-W', titleZh: '收到载密的明码电报', matrix: ['P149'], outcome: 'warn', source: { seed: '003-6 六', law: `${LAW}第二十九条` }, parameters: [], commands: ['telegram.receive'],
    sentenceZh: '收到载有国家秘密的明码电报，写明处置并登记违规。',
    judge: (q) => (q.input['channel'] === 'plain' && isStateSecret(q.input['level'] as never) ? warn(`明码电报载有国家秘密，依据${LAW}第二十九条，属于违规（规则 P149）。`, '请写明已通知发电单位；登记后按 F9 违规登记。') : null),
  },
];
