import { isStateSecret, levelZh } from '#shared/levels.ts';
import { daysBetween } from '#shared/time.ts';
import { enterRecord, fromKey } from '../change.ts';
import type { Change } from '../change.ts';
import { keyOfLevel } from '../parameters.ts';
import { isHandedOut } from '../places.ts';
import { deny, LAW, REG, warn } from '../question.ts';
import type { Question, Rule } from '../question.ts';
import type { Level } from '#shared/levels.ts';
import { called } from './subject.ts';

const level = (q: Question): Level | null => (q.input['level'] as Level | null | undefined) ?? null;
const missing = (path: string, messageZh: string) => [{ path, messageZh }];

/** Group 2.3: receipt, dispatch, circulation, as far as these registers reach. */
export const receiptRules: readonly Rule[] = [
  {
    id: 'P036', titleZh: '收文当日登记', matrix: ['P036'], outcome: 'warn', source: { seed: '003-7（一）1', law: `${REG}第二十七条第二项` }, parameters: ['receipt.registerWithinDays'], commands: ['carrier.receive'],
    sentenceZh: '涉密来文当日登记；晚于期限的写明补登原因，收文日期不得晚于今天。',
    judge: (q) => {
      const received = q.input['receivedOn'] as string | undefined;
      if (received === undefined) return null;
      const late = daysBetween(received, q.today);
      if (late < 0) return deny(`不得登记。收文日期 ${received} 晚于今天，依据本单位制度（规则 P036）。`, '请核对收文日期。');
      if (q.historical || late <= q.profile.number('receipt.registerWithinDays')) return null;
      if (q.input.lateReason !== undefined) return null;
      return warn(`收文已 ${late} 日才登记，应当日登记，依据${REG}第二十七条第二项（规则 P036）。`, '请写明补登原因后登记。');
    },
  },
  {
    id: 'P037', titleZh: '密件与普通文件分列编号', matrix: ['P037'], outcome: 'computed', source: { seed: '003-7（一）1', law: `${REG}第二十七条第二项` }, parameters: ['numbering.series'], commands: ['carrier.receive'],
    sentenceZh: '涉密来文编 SW 号，普通来文编 PW 号，逐年连续，不空号，不重号。',
    effect: (q, planned) => planned.map((c): Change => (c.kind === 'enter' && c.register === 'receipts' && !isStateSecret(level(q)) && q.input['asClassified'] !== true ? { ...c, prefix: 'PW' } : c)),
  },
  {
    id: 'P047', titleZh: '每件始终有明确去向', matrix: ['P047'], outcome: 'deny', source: { seed: '000-1M 31；003-11（一）3(5)', law: `${LAW}第二十六条第一款` }, parameters: [], commands: ['carrier.receive', 'carrier.enter', 'carrier.giveBack', 'carrier.transfer', 'carrier.find', 'circulation.takeBack', 'notebook.giveBack'],
    sentenceZh: '台账随时能说清每件由谁负责、存放何处。',
    judge: (q) => {
      const secret = isStateSecret(level(q)) || q.input['asClassified'] === true;
      if (q.command === 'carrier.receive' && secret && (q.input['custodian'] === undefined || q.input['place'] === undefined) && !q.historical) return deny('不得登记。涉密来文没有责任人或存放位置，登记后将去向不明，依据本单位制度（规则 P047）。', '请填写责任人和存放位置。');
      if ((q.command === 'circulation.takeBack' || q.command === 'notebook.giveBack') && q.facts.carrier !== undefined && q.facts.carrier.home === null && q.input['place'] === undefined) return deny('不得登记退还。没有写明放回何处（规则 P047）。', '请填写存放位置。');
      if (q.command === 'carrier.giveBack' && q.facts.carrier?.home == null && q.input['place'] === undefined) return deny('不得登记归还。没有写明放回何处（规则 P047）。', '请填写存放位置。');
      if (q.command === 'carrier.find' && q.facts.carrier?.home == null && q.input['place'] === undefined) return deny('不得登记。找到后没有写明存放何处（规则 P047）。', '请填写存放位置。');
      if (q.command === 'carrier.transfer' && q.input['toUnit'] === undefined && q.input['place'] === undefined) return deny('不得移交。没有写明接收后存放何处（规则 P047）。', '请填写接收后的存放位置。');
      return null;
    },
  },
  {
    id: 'P052', titleZh: '不得放在桌上或托人转交', matrix: ['P052'], outcome: 'deny', source: { seed: '003-15 一3、五4' }, parameters: [], commands: ['carrier.transfer', 'carrier.circulate'],
    sentenceZh: '载体当面交接，每件有签收，不得放在桌上或请人代转。',
    judge: (q) => (q.input['leftFor'] === true ? deny(`不得${q.command === 'carrier.circulate' ? '送阅' : '移交'}。载体须当面交给接收人，不得放置或托人代转，依据本单位制度（规则 P052）。`, '请待接收人到场签收后登记。') : null),
  },
  {
    id: 'P046', titleZh: '移交双方签字', matrix: ['P046'], outcome: 'record', source: { seed: '000-8(2)；000-1M 31', law: `${REG}第二十七条第二项` }, parameters: [], commands: ['carrier.transfer', 'carrier.returnToIssuer'],
    sentenceZh: '每次移交、清退都记明接收签字人。',
    require: (q) => (q.input['receivedBy'] === undefined ? missing('receivedBy', '请填写接收签字人。移交双方须签字，依据《实施条例》（2024）第二十七条第二项（规则 P046）。') : []),
  },
  {
    id: 'P054', titleZh: '收文短缺立即追查', matrix: ['P054'], outcome: 'effect', source: { seed: '001-E 6；003-3 1' }, parameters: [], commands: ['carrier.receive'],
    sentenceZh: '实收少于清单所列的，随登记立案查找。',
    effect: (q, planned) => {
      const expected = q.input['expectedCopies'] as number | undefined;
      const got = q.input['copies'] as number;
      if (expected === undefined || expected <= got) return planned;
      const receipt = planned.find((c) => c.kind === 'enter' && c.register === 'receipts');
      return [
        ...planned.map((c): Change => (c === receipt && c.kind === 'enter' ? { ...c, values: { ...c.values, shortage: expected - got } } : c)),
        enterRecord('shortage', 'incidents', {
          kind: 'shortage', title: q.input['title'], level: level(q), discoveredAt: q.happenedAt, discoveredBy: q.actor.name, state: 'searching',
          account: `来文清单 ${expected} 份，实收 ${got} 份，短缺 ${expected - got} 份。`, carrierNumber: receipt?.kind === 'enter' ? fromKey(receipt.key, 'number') : null,
        }),
      ];
    },
  },
  {
    id: 'P055', titleZh: '密件不走普通渠道', matrix: ['P055'], outcome: 'warn', source: { seed: '003-10 31；002-B2 23', law: `${LAW}第二十八条；${REG}第二十七条第三项` }, parameters: [], commands: ['carrier.receive'],
    sentenceZh: '涉密来文由普通渠道送达的，照实登记并说明，向来文机关查问。',
    judge: (q) => (isStateSecret(level(q)) && (q.input['channel'] === 'ordinary' || q.input['channel'] === 'fax') ? warn(`涉密来文经${q.input['channel'] === 'fax' ? '传真' : '普通渠道'}送达，不符合${LAW}第二十八条（规则 P055）。`, '请写明情况，登记后按 F9 作违规登记并通知来文机关。') : null),
  },
  {
    id: 'P060', titleZh: '会议带回的文件写明来文单位和文号', matrix: ['P060'], outcome: 'record', source: { seed: '000-9.1；003-15 一7', law: `${REG}第二十七条第二项` }, parameters: [], commands: ['carrier.receive'],
    sentenceZh: '会议、走访带回的文件按收文登记，写明来文单位及其编号。',
    require: (q) => (q.input['channel'] === 'meeting' && !q.historical && (q.input['issuer'] === undefined || q.input['docNumber'] === undefined) ? missing('docNumber', '请填写来文单位和文号。会议带回的文件须写明来源（规则 P060）。') : []),
  },
  {
    id: 'L017', titleZh: '收文四项手续齐全', matrix: ['P036', 'P046'], outcome: 'record', source: { law: `${REG}第二十七条第二项` }, parameters: [], commands: ['carrier.receive'],
    sentenceZh: '涉密来文须清点、编号、登记、签收齐全。',
    require: (q) => {
      if (!isStateSecret(level(q)) || q.historical) return [];
      const gaps: { path: string; messageZh: string }[] = [];
      if (q.input['counted'] === false) gaps.push({ path: 'counted', messageZh: '请先清点。涉密来文须清点、编号、登记、签收（规则 L017）。' });
      if (q.input['signedBy'] === undefined) gaps.push({ path: 'signedBy', messageZh: '请填写签收人。涉密来文须清点、编号、登记、签收（规则 L017）。' });
      return gaps;
    },
  },
  {
    id: 'DUPLICATE', titleZh: '同文号同份号不重复登记', matrix: ['P011', 'P037'], outcome: 'deny', source: { seed: '003-7（一）1', law: `${REG}第二十七条第二项` }, parameters: [], commands: ['carrier.receive', 'carrier.enter'],
    sentenceZh: '同一文号、份号只登记一次；确为另一件的，写明与哪一件不同。',
    judge: (q) => {
      const found = q.facts.duplicates?.[0];
      // Saying that it is another item counts only with the number of the item it was mistaken for.
      if (found === undefined || (q.historical && q.input['distinctFrom'] !== undefined) || q.facts.duplicates?.some((d) => d.number === q.input['distinctFrom']) === true) return null;
      const serial = found.copySerial === null ? '' : ` 份号 ${found.copySerial}`;
      return deny(`${String(q.input['docNumber'])}${serial} 已登记为 ${found.number}，依据《实施条例》（2024）第二十七条第二项（规则 P037）。`, '若是另一份，请改份号；确为另一件，写明与该编号不同；若登记有误，打开原登记按 F2 更正。');
    },
  },
  {
    id: 'P042', titleZh: '当日退还', matrix: ['P042'], outcome: 'deny', source: { seed: '003-7（一）3；003-14 3', law: '离开时入柜（二手）' }, parameters: ['circulation.sameDay.topSecret', 'circulation.sameDay.secret', 'circulation.sameDay.confidential'], commands: ['carrier.lend', 'carrier.extendLoan', 'carrier.circulate'],
    sentenceZh: '绝密件当日退还，不得隔夜；机密、秘密件没有借阅手续的当日退还。',
    judge: (q) => {
      const due = q.input['dueOn'] as string | undefined;
      const c = q.facts.carrier;
      if (q.command === 'carrier.circulate') {
        if (c === undefined || !isStateSecret(c.level) || due === undefined || due <= q.today) return null;
        const mode = q.profile.text(`circulation.sameDay.${keyOfLevel(c.level)}`);
        if (mode === 'off') return null;
        if (mode === 'hard') return deny(`不得送阅过夜。${levelZh[c.level]}件须当日退还，依据本单位制度（规则 P042）。`, '请把应退日期改为今天；看不完的明日再送。');
        return warn(`${levelZh[c.level]}件没有借阅手续的当日退还，应退日期却写作 ${due}，依据本单位制度（规则 P042）。`, '请改为今天；确需隔日的写明原因，或另办借阅审批。');
      }
      if (c?.level !== 'top_secret' || q.profile.text('circulation.sameDay.topSecret') !== 'hard') return null;
      if (due !== undefined && due <= q.today) return null;
      return deny('不得借出过夜。绝密件须当日退还，依据本单位制度（规则 P042）。', '请把应还日期改为今天，或改为现场阅读。');
    },
  },
  {
    id: 'P043', titleZh: '收回一件再交下一人', matrix: ['P043', 'P047'], outcome: 'deny', source: { seed: '003-11（一）3(5)', law: '直传（二手）' }, parameters: ['circulation.mode'], commands: ['carrier.lend', 'carrier.read', 'carrier.circulate', 'notebook.issue'],
    sentenceZh: '载体由保密员直接交接，收回后才能交给下一人，不得横传。',
    judge: (q) => {
      const c = q.facts.carrier;
      if (q.command === 'carrier.circulate') {
        const by = q.input['passedBy'] as string | undefined;
        if (by !== undefined) return deny(`不得横传。本件由${by}转来，传阅须由保密员送出、收回，依据本单位制度（规则 P043）。`, '请先收回并办退阅，再送下一人；已经横传的，按 F9 违规登记。');
        const out = (q.facts.steps ?? []).find((s) => s.state === 'out');
        if (out !== undefined) return deny(`不得送阅。本件还在${out.readerName ?? '上一位传阅人'}处，收回后才能送下一人，依据本单位制度（规则 P043）。`, '请先办退阅。');
      }
      if (c === undefined || !(c.state === 'lent' || c.state === 'reading' || c.state === 'circulating' || isHandedOut(c))) return null;
      return deny(`不得交出。${called(c)} 正在${c.holderName ?? '他人'}处，收回后才能交给下一人，依据本单位制度（规则 P043）。`, '请先办理归还。');
    },
  },
];
