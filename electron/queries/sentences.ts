import { registerOf } from '#shared/registers/index.ts';
import type { RegisterKey } from '#shared/registers/index.ts';
import { commands, isCommandName } from '#shared/contract/commands.ts';
import type { EventBody } from './revisions.ts';

/** What a sentence is made of: who acted, the record before and after, what the event says, words for coded values. */
export type Told = Readonly<{ register: RegisterKey; who: string; before: Readonly<Record<string, unknown>>; after: Readonly<Record<string, unknown>>; body: EventBody; word: (field: string) => string; others: readonly string[] }>;

type Tale = readonly [kindZh: string, tell: (t: Told) => string];

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
/** A part of a sentence that falls away when there is nothing to say. */
const part = (before: string, value: unknown, after = ''): string => (text(value) === '' ? '' : `${before}${text(value)}${after}`);
const labelsIn = (t: Told): string => Object.keys(t.body.set ?? {}).map((f) => registerOf(t.register).fields[f]?.label ?? f).join('、');

const common: Readonly<Record<string, Tale>> = {
  entered: ['登记', (t) => `${t.who}登记${registerOf(t.register).record}${part(' ', t.body.number)}。`],
  corrected: ['更正', (t) => `${t.who}更正了${labelsIn(t)}${part('，理由：', t.body.reason)}。原登记保留。`],
  refused: ['拒绝', (t) => {
    const act = t.body.command === undefined ? '' : isCommandName(t.body.command) ? commands[t.body.command].titleZh : t.body.command;
    return `${t.who}要办“${act}”，没有办成。${(t.body.reasons ?? []).map((r) => r.messageZh).join('')}`;
  }],
  import_withdrawn: ['撤销导入', (t) => `${t.who}撤销了导入批次，本条随之撤销${part('，理由：', t.body.reason)}。`],
  closed: ['办结', (t) => `${t.who}登记结束。`],
  withdrawn: ['撤销', (t) => `${t.who}登记停用或撤销${part('，理由：', t.body.reason)}。`],
};

const tales: Partial<Record<RegisterKey, Readonly<Record<string, Tale>>>> = {
  carriers: {
    entered: ['登记', (t) => `${t.who}登记载体${part('，来源', t.word('source'))}${part('，责任人', t.after['custodian'])}${part('，存放', t.after['place'])}。`],
    placed: ['存放', (t) => `${t.who}将本件${part('由', t.before['place'])}移存${text(t.after['place'])}。`],
    lent: ['借出', (t) => `${t.who}借给${text(t.after['holderName'])}${part('，在', t.after['place'], '使用')}${part('，应于 ', t.after['dueOn'], ' 归还')}。`],
    reading: ['阅读', (t) => `${t.who}交${text(t.after['holderName'])}${part('在', t.after['place'])}现场阅读。`],
    read: ['阅读', (t) => `${t.who}登记现场阅读${part('：', t.others.join('、'))}，阅毕收回。`],
    returned: ['归还', (t) => `${text(t.before['holderName']) || '持有人'}归还，${t.who}收回${part('，放回', t.after['place'])}。`],
    extended: ['续借', (t) => `${t.who}办理续借，应还日期${part('由 ', t.before['dueOn'])}改为 ${text(t.after['dueOn'])}。`],
    copied: ['复制', (t) => `${t.who}登记复制${part('：', t.others.join('、'))}。`],
    transferred: ['移交', (t) => `${text(t.before['custodian'])}移交${text(t.after['custodian'])}${part('，存放', t.after['place'])}${part('，', t.body.reason)}。`],
    transferred_out: ['移交', (t) => `${t.who}移交${text(t.after['place'])}${part('，接收人', t.after['holderName'])}。`],
    returned_to_issuer: ['清退', (t) => `${t.who}清退${text(t.after['place'])}${part('，', t.body.reason)}。`],
    missing: ['报失', (t) => `${t.who}登记下落不明${part('，最后持有人', t.before['holderName'] ?? t.before['custodian'])}。`],
    found: ['找到', (t) => `${t.who}登记找到${part('，在', t.body.reason)}${part('，放回', t.after['place'])}。`],
    destroy_proposed: ['列入销毁', (t) => `${t.who}造册待销毁${part('，清册 ', t.word('destruction'))}。`],
    destroy_cancelled: ['撤销造册', (t) => `${t.who}撤销造册，本件恢复在库。`],
    destroyed: ['销毁', (t) => `本件已销毁${part('，', t.after['place'])}，由${t.who}登记。`],
    known: ['知悉', (t) => `${t.who}登记知悉${part('：', t.others.join('、'))}。`],
    scope_set: ['知悉范围', (t) => `${t.who}确定知悉范围为${part('', t.word('accessScope'))}。`],
    scope_widened: ['知悉范围', (t) => `${t.who}扩大知悉范围${part('，现为', t.word('accessScope'))}。`],
    scope_revoked: ['知悉范围', (t) => `${t.who}取消知悉${part('，现为', t.word('accessScope'))}。`],
    routed: ['送批办', (t) => `${t.who}登记送批办${part('，传阅单 ', t.word('circulation'))}${part('，传阅人', t.body.reason)}。`],
    circulating: ['送阅', (t) => `${t.who}送${text(t.after['holderName'])}阅看${part('，在', t.after['place'])}${part('，应于 ', t.after['dueOn'], ' 退还')}。`],
    taken_back: ['退阅', (t) => `${text(t.before['holderName']) || '传阅人'}阅退，${t.who}收回${part('，放回', t.after['place'])}。`],
    circulation_finished: ['结束传阅', (t) => `${t.who}登记本件传阅结束。`],
    held: ['个人留存', (t) => `经批准由${text(t.after['holderName'])}留存至 ${text(t.after['holdUntil'])}${part('，原因：', t.body.reason)}，由${t.who}登记。`],
    notebook_issued: ['领用', (t) => `${t.who}交${text(t.after['holderName'])}领用，共 ${text(t.after['pages'])} 页${part('，应于 ', t.after['dueOn'], ' 交回')}。`],
    notebook_returned: ['交回', (t) => `${text(t.before['holderName']) || '领用人'}交回保密本，清点 ${text(t.after['pages'])} 页，${t.who}收回${part('，放回', t.after['place'])}。`],
    refusal: ['拒绝办理', (t) => `${t.who}登记一件涉及本件的拒绝办理${part('：', t.others.join('、'))}。`],
    level_proposed: ['拟定密级', (t) => `${t.who}登记拟定密级${part('：', t.after['markText'] ?? t.word('level'))}，先行保护。`],
    level_decided: ['定密', (t) => `${t.who}登记定密结果${part('：', t.after['markText'])}${part('，依据 ', t.body.reason)}。`],
    level_refused: ['不予定密', (t) => `${t.who}登记不予定密${part('，理由：', t.body.reason)}。本件按非密管理。`],
    level_changed: ['变更密级', (t) => `${t.who}登记变更密级${part('，由', t.after['oldMark'])}${part('改为', t.after['markText'])}${part('，依据', t.body.reason)}。`],
    level_extended: ['延长期限', (t) => `${t.who}登记延长保密期限${part('，由', t.before['secrecyPeriod'])}${part('改为', t.after['secrecyPeriod'])}${part('，依据', t.body.reason)}。`],
    level_released: ['解密', (t) => `${t.who}登记解密${part('，原标志', t.after['oldMark'])}${part('，', t.body.reason)}。`],
    level_suspended: ['暂缓', (t) => `${t.who}收到届满后的延长通知${part(' ', t.body.reason)}，已查询，本件暂缓处理。`],
    level_reviewed: ['密级审核', (t) => `${t.who}登记年度审核，${{ keep: '维持原密级', proposeChange: '拟变更', proposeRelease: '拟解密' }[text(t.body.reason)] ?? text(t.body.reason)}。`],
    release_suggested: ['建议解密', (t) => `${t.who}登记建议${text(t.body.reason)}解密本件。`],
    label_printed: ['印标志', (t) => `${t.who}印制密级标志${part('：', t.after['markText'])}。`],
    mark_notified: ['书面通知', (t) => `${t.who}登记不便作标志，以书面通知代替${part('，文号 ', t.body.reason)}。`],
    marked: ['作标志', (t) => `${t.who}登记已作标志${part('：', t.after['markText'])}${part('，在', t.body.reason)}。`],
    recall_due: ['收回', (t) => `持有人暂停接触或离岗，本件列为 ${text(t.after['dueOn'])} 收回。`],
    violation: ['违规', (t) => `${t.who}登记违规${part('：', t.others.join('、'))}。`],
    handed_over: ['移交', (t) => `责任人${part('由', t.before['custodian'])}改为${text(t.after['custodian'])}${part('，', t.body.reason)}，由${t.who}登记。`],
    incident_opened: ['立案', (t) => `${t.who}就本件立案${part('：', t.others.join('、'))}。`],
    telegram_extracted: ['摘录', (t) => `${text(t.body.reason)}，由${t.who}登记。`],
    extract_entered: ['摘入', (t) => `${t.who}登记摘入${part('：', t.body.reason)}。`],
    telegram_replied: ['复电', (t) => `${t.who}登记复电${part('：', t.others.join('、'))}。`],
    recalled: ['列入清退', (t) => `${t.who}将本件列入清退${part('（', t.body.reason, '）')}，应于 ${text(t.after['returnBy'])} 前清退。`],
    counted: ['清点', (t) => `${t.who}清点本件：${text(t.body.reason)}。`],
    seen_elsewhere: ['清点移位', (t) => `清点 ${text(t.body.reason)} 在${text(t.after['place'])}找到，账面原在${text(t.before['place'])}，由${t.who}登记。`],
    old_loan: ['补登借出', (t) => `${t.who}按旧登记补登：由${text(t.after['holderName'])}借出未还${part('，应于 ', t.after['dueOn'], ' 归还')}。`],
    old_issue: ['补登领用', (t) => `${t.who}按旧登记补登：由${text(t.after['holderName'])}领用。`],
    old_holder: ['补登持有人', (t) => `${t.who}按旧登记补登持有人${text(t.after['holderName'])}。`],
    old_destruction: ['补登销毁', (t) => `${t.who}按旧登记补登销毁批次${part(' ', t.word('destruction'))}。`],
    dispatch_registered: ['发文', (t) => `${t.who}登记发文${part('，发往', t.body.reason)}，待发出。`],
    dispatch_withdrawn: ['作废发文', (t) => `${t.who}作废发文登记${part(' ', t.body.reason)}。本件没有发出。`],
    dispatched: ['发出', (t) => `${t.who}发出${part('，发往', t.body.reason)}。`],
    conveyed: ['投送', (t) => `${t.who}交出投送${part('，送往', t.body.reason)}${part('，投送单 ', t.word('consignment'))}。`],
    acknowledged: ['回执', (t) => `${text(t.after['place'])}${part('', t.body.reason)}签收，${t.who}登记回执。`],
    delivered: ['签收', (t) => `${text(t.after['place'])}${part('', t.body.reason)}签收保管，${t.who}登记回执。`],
    filed: ['归档', (t) => `${t.who}归档${part('，归档号 ', t.after['archiveNumber'])}${part('，存放', t.after['place'])}。`],
    consulted: ['查阅', (t) => `${text(t.after['holderName'])}在${text(t.after['place'])}查阅${part('，事由：', t.body.reason)}，由${t.who}登记。`],
    reshelved: ['归架', (t) => `${text(t.before['holderName']) || '查阅人'}交回，${t.who}清点归架${part('，放回', t.after['place'])}。`],
    archive_moved: ['移动', (t) => `${t.who}将本件${part('由', t.before['place'])}移到${text(t.after['place'])}${part('，', t.body.reason)}。`],
    extracted: ['摘抄', (t) => `${t.who}登记摘抄${part('：', t.body.reason)}。`],
    compiled: ['汇编', (t) => `${t.who}将本件编入《${text(t.body.reason)}》。`],
    carried_out: ['外出', (t) => `${text(t.after['holderName'])}携带外出，去${text(t.after['place'])}${part('，事由：', t.body.reason)}${part('，应于 ', t.after['dueOn'], ' 返回')}，由${t.who}登记。`],
    checked_in: ['返回', (t) => `${text(t.before['holderName']) || '携带人'}带回，${t.who}清点收回${part('，放回', t.after['place'])}。`],
  },
  archiveUses: {
    entered: ['办理', (t) => `${t.who}登记${t.word('kind')} ${text(t.after['itemCount'])} 件${part('，查阅人', t.after['readerName'])}${part('（', t.after['unit'], '）')}${part('，介绍信 ', t.after['letter'])}${part('，移到', t.after['toPlace'])}${part('，接收人', t.after['receivedBy'])}${part('，应于 ', t.after['dueOn'], ' 归还')}。`],
    closed: ['归还', (t) => `${text(t.after['readerName'])}交回，${t.who}清点归架${part('，摘抄：', t.after['extracts'])}${part('，', t.after['damage'])}。`],
  },
  trips: {
    entered: ['外出', (t) => `${text(t.after['travellerName'])}携带 ${text(t.after['itemCount'])} 件去${text(t.after['destination'])}${part('，同行', t.word('companions'))}${part('，应于 ', t.after['dueOn'], ' 返回')}${part('，许可证 ', t.after['permit'])}，由${t.who}登记。`],
    back: ['返回', (t) => `带回 ${text(t.after['countBack'])} 件${part('，没有带回 ', t.after['notBack'])}${part('，', t.after['checkNote'])}，${text(t.after['checkedBy'])}清点，由${t.who}登记。`],
  },
  recalls: {
    entered: ['开始清退', (t) => `${t.who}开始清退${part('：', t.after['title'])}，应清退 ${text(t.after['itemCount'])} 件${part('，期限 ', t.after['dueOn'])}。`],
    closed: ['办结清退', (t) => `${t.who}办结：清退 ${text(t.after['returned'])} 件，归档 ${text(t.after['archived'])} 件，列入销毁 ${text(t.after['destroyed'])} 件，收回在库 ${text(t.after['kept'])} 件，未收回 ${text(t.after['missing'])} 件${part('，核对人', t.after['checkedBy'])}。`],
  },
  stocktakes: {
    entered: ['开始清点', (t) => `${t.who}开始清点${part('：', t.after['scopeZh'])}，应有 ${text(t.after['expectedCount'])} 件${part('，清点人', t.after['counter'])}${part('，监督人', t.after['checker'])}。`],
    closed: ['结束清点', (t) => `${t.who}结束清点：相符 ${text(t.after['found'])} 件，位置不符 ${text(t.after['misplaced'])} 件，缺少 ${text(t.after['missing'])} 件，多出 ${text(t.after['unexpected'])} 件，在外未核实 ${text(t.after['unconfirmed'])} 件${part('，监督人', t.after['checker'], '确认')}。`],
    cancelled: ['取消清点', (t) => `${t.who}取消清点${part('，理由：', t.body.reason)}。`],
  },
  stocktakeLines: {
    entered: ['清点', (t) => `${t.who}清点${part(' ', t.after['carrierNumber'] ?? t.after['scanned'])}：${t.word('bucket')}${part('，', t.after['explanation'])}。`],
    recounted: ['重点', (t) => `${t.who}重新清点：${t.word('bucket')}${part('，', t.after['explanation'])}。`],
  },
  cabinets: {
    entered: ['登记柜具', (t) => `${t.who}登记${text(t.after['place'])}，${t.word('kind')}${part('，最高存放', t.word('level'))}。`],
    changed: ['变更', (t) => `${t.who}变更${labelsIn(t)}${part('，理由：', t.body.reason)}。`],
  },
  checks: {
    entered: ['检查', (t) => `${text(t.after['inspector'])}检查${part('：', t.after['titleZh'])}，符合 ${text(t.after['good'])} 项，不符合 ${text(t.after['bad'])} 项${part('，整改期限 ', t.after['correctBy'])}，由${t.who}登记。`],
    put_right: ['整改', (t) => `${t.who}登记整改：${text(t.after['corrected'])}。`],
  },
  productions: {
    entered: ['印制登记', (t) => `${t.who}登记印制${part(' ', t.body.number)}${part('，批准 ', t.after['copiesApproved'], ' 份')}${part('，拟稿人', t.after['drafter'])}${part('，签发人', t.after['signatory'])}。`],
    made: ['印制完成', (t) => `实印 ${text(t.after['copiesMade'])} 份${part('，废页 ', t.after['wasteSheets'], ' 页')}${part('，打字', t.after['typist'])}${part('，校对', t.after['proofreader'])}${part('，印制', t.after['printedBy'])}，由${t.who}登记。`],
    waste_destroyed: ['销毁废页', (t) => `${text(t.body.reason)}废页、清样 ${text(t.after['wasteDestroyed'])} 页${part('，监销人', t.after['wasteWitness'])}，由${t.who}登记。`],
    distribution_reopened: ['重开分发', (t) => `${t.who}作废发文登记${part(' ', t.body.reason)}，分发合计须重新核对。`],
    distributed: ['分发完毕', (t) => `${t.who}核对分发合计，发出、归档、在手与实印相符。`],
    filed: ['归档', (t) => `${t.who}将原稿归档${part('，归档号 ', t.after['archiveNumber'])}。`],
    cancelled: ['撤销', (t) => `${t.who}撤销印制${part('，理由：', t.body.reason)}。`],
  },
  dispatches: {
    entered: ['发文登记', (t) => `${t.who}登记发往${text(t.after['recipient'])} ${text(t.after['copies'])} 份${part('，封号 ', t.after['envelope'])}${part('，复核人', t.after['checkedBy'])}。`],
    withdrawn: ['作废', (t) => `${t.who}作废本条发文登记${part('，理由：', t.body.reason)}。原号保留，不再使用。`],
    sent: ['发出', (t) => `${t.who}交出，${t.word('channel')}${part('，投送单 ', t.word('consignment'))}。`],
    exception: ['异常', (t) => `回执件数不符：${text(t.body.reason)}，由${t.who}登记。`],
    receipted: ['回执', (t) => `${text(t.after['receivedBy'])}签收${part('，回执号 ', t.after['receiptNumber'])}，由${t.who}登记。`],
  },
  consignments: {
    entered: ['交出', (t) => `${t.who}交出 ${text(t.after['itemCount'])} 件，送往${text(t.after['recipient'])}，${t.word('channel')}${part('，投送人', t.word('couriers'))}${part('，封号 ', t.after['envelope'])}。`],
    exception: ['异常', (t) => `${text(t.after['receivedBy'])}收件 ${text(t.after['receivedCount'])} 件${part('，', t.after['problem'])}，由${t.who}登记。`],
    receipted: ['回执', (t) => `${text(t.after['receivedBy'])}签收 ${text(t.after['receivedCount'])} 件${part('，回执号 ', t.after['receiptNumber'])}${part('，', t.after['problem'])}，由${t.who}登记。`],
  },
  circulations: {
    entered: ['送批办', (t) => `${text(t.after['routedBy']) || '办公室'}批定${part('', t.word('readers'))}传阅${part('，应于 ', t.after['dueOn'], ' 前结束')}，由${t.who}登记。`],
    instructed: ['批示', (t) => `领导批示：${text(t.after['instructions']).split('\n').at(-1) ?? ''}${part('，应于 ', t.after['followUpDueOn'], ' 办结')}。`],
    followed: ['落实', (t) => `${t.who}续记落实：${text(t.after['followUp']).split('\n').at(-1) ?? ''}`],
    followed_to_end: ['办结', (t) => `批示办结：${text(t.after['followUp']).split('\n').at(-1) ?? ''}`],
    readers_added: ['增加传阅人', (t) => `增加传阅人（${text(t.body.reason)}），由${t.who}登记。`],
    finished: ['结束传阅', (t) => `${t.who}登记传阅结束${part('，提前结束：', t.body.reason)}。`],
    filed: ['归卷', (t) => `${t.who}登记归卷${part('，归卷号 ', t.after['archiveNumber'])}${part('，', t.body.reason)}。`],
  },
  circulationSteps: {
    entered: ['列入传阅', (t) => `${text(t.after['readerName'])}列入传阅，第 ${text(t.after['turn'])} 位。`],
    handed_out: ['送阅', (t) => `${t.who}送${text(t.after['readerName'])}阅看${part('，在', t.after['place'])}${part('，应于 ', t.after['dueOn'], ' 退还')}（${t.word('signature')}）。`],
    taken_back: ['退阅', (t) => `${text(t.after['readerName'])}阅退，${t.who}收回${part('，批示：', t.after['opinion'])}${part('，', t.after['remark'])}。`],
    extended: ['留存', (t) => `应退日期改为 ${text(t.after['dueOn'])}${part('，', t.body.reason)}。`],
    skipped: ['未送', () => '传阅结束，没有送。'],
    missing: ['报失', (t) => `在${text(t.after['readerName'])}处下落不明，由${t.who}登记。`],
    found: ['找到', (t) => `${t.who}登记找到收回。`],
  },
  notebooks: {
    entered: ['领用', (t) => `${text(t.after['holderName'])}领用保密本，共 ${text(t.after['pagesOut'])} 页${part('，应于 ', t.after['dueOn'], ' 交回')}，由${t.who}登记。`],
    returned: ['交回', (t) => `${text(t.after['holderName'])}交回，清点 ${text(t.after['pagesBack'])} 页，已写 ${text(t.after['pagesUsed'])} 页${part('，', t.after['remark'])}，由${t.who}登记。`],
    missing: ['报失', (t) => `在${text(t.after['holderName'])}处下落不明，由${t.who}登记。`],
    found: ['找到', (t) => `${t.who}登记找到收回。`],
  },
  refusals: {
    entered: ['拒绝办理', (t) => `${text(t.after['refusedBy'])}拒绝${text(t.after['askedBy'])}的要求：${text(t.after['asked'])}${part('；违反', t.after['rulesZh'])}。由${t.who}登记。`],
    reported: ['报告', (t) => `${t.who}登记已报告${text(t.after['reportedTo'])}。`],
  },
  receipts: { routed: ['送批办', (t) => `${t.who}登记送批办${part('，传阅单 ', t.word('circulation'))}。`], filed: ['归档', (t) => `${t.who}归卷${part('，归入 ', t.after['archiveNumber'])}。`], entered: ['收文', (t) => `${t.who}登记收文${part(' ', t.body.number)}${part('，来自', t.after['issuer'])}，共 ${text(t.after['copies'])} 份${part('，签收人', t.after['signedBy'])}。`] },
  readings: {
    entered: ['知悉', (t) => `${text(t.after['readerName'])}知悉本件（${t.word('how')}）${part('，在', t.after['place'])}，由${t.who}登记。`],
    closed: ['阅毕', (t) => `${text(t.after['readerName'])}阅毕，${t.who}收回${t.after['signature'] === 'pending' ? '，待签名' : ''}。`],
    signed: ['签名', (t) => `${text(t.after['readerName'])}补签（${t.word('signature')}）。`],
  },
  loans: {
    entered: ['借出', (t) => `${t.who}借给${text(t.after['borrowerName'])}${part('，事由：', t.after['reason'])}${part('，应于 ', t.after['dueOn'], ' 归还')}。`],
    extended: ['续借', (t) => `${t.who}办理续借，应还日期${part('由 ', t.before['dueOn'])}改为 ${text(t.after['dueOn'])}。`],
    returned: ['归还', (t) => `${text(t.after['borrowerName'])}归还，${t.who}收回${part('，', t.after['returnCheck'])}。`],
    missing: ['报失', (t) => `${t.who}登记借出件下落不明。`],
  },
  copies: { entered: ['复制', (t) => (t.after['kind'] === 'extract'
    ? `${text(t.after['operator']) || t.who}摘抄${part('，', t.after['content'])}${part('，事由：', t.after['reason'])}${part('，原定密机关同意 ', t.after['originatorConsent'])}。`
    : `${text(t.after['operator']) || t.who}${t.after['kind'] === 'compile' ? '汇编' : '复制'} ${text(t.after['quantity'])} 份（${t.word('kind')}）${part('，事由：', t.after['reason'])}${part('，原定密机关同意 ', t.after['originatorConsent'])}。`)] },
  destructions: {
    entered: ['造册', (t) => `${t.who}造册 ${text(t.after['itemCount'])} 件${part('，', t.word('method'))}。`],
    destroyed: ['销毁', (t) => `${text(t.after['executor'])}销毁 ${text(t.after['countAfter'])} 件${part('，监销人', [t.after['witness1'], t.after['witness2']].filter((w) => w != null).join('、'))}，由${t.who}登记。`],
    cancelled: ['撤销造册', (t) => `${t.who}撤销造册${part('，理由：', t.body.reason)}。`],
  },
  incidents: {
    entered: ['立案', (t) => `${t.who}立案（${t.word('kind')}）${part('，发现人', t.after['discoveredBy'])}${part('，已报告', t.after['reportedTo'])}。`],
    reported: ['报告', (t) => `${t.who}报告${text(t.after['reportedTo'])}。`],
    searched: ['查找', (t) => `${t.who}续记查找：${text(t.after['search']).split('\n').at(-1) ?? ''}`],
    found: ['找到', (t) => `${t.who}登记找到${part('，在', t.after['foundWhere'])}。`],
    told_inside: ['内部报告', (t) => `${t.who}登记单位内部报告${part('，报告', t.after['internalTo'])}。`],
    told_first: ['口头报告', (t) => `${t.who}登记先行口头报告${part('，对象', t.after['reportedTo'])}；书面报告仍须按时报出。`],
    escalated: ['转泄密处理', (t) => `${t.who}登记转泄密处理${part('，', t.body.reason)}${part('；查处结果应于 ', t.after['resultDueOn'], ' 前报告')}。`],
    sanctioned: ['处理', (t) => `${t.who}登记处理责任人：${text(t.after['sanctionsZh']).split('\n').at(-1) ?? ''}${part('；负领导责任人', t.after['supervisor'])}。`],
    progress_reported: ['报进展', (t) => `${t.who}登记 ${text(t.after['progressReportedOn'])} 报告进展${part('，没有查结：', t.after['progressReason'])}。`],
    result_reported: ['报结果', (t) => `${t.who}登记 ${text(t.after['resultReportedOn'])} 报告查处结果。`],
    closed: ['结案', (t) => `${t.who}登记结案。`],
  },
  handovers: {
    entered: ['开始移交', (t) => `${text(t.after['giver'])}移交${text(t.after['taker'])}${part('（', t.after['toUnit'], '）')}，${t.word('kind')}，清册 ${text(t.after['itemCount'])} 件，由${t.who}登记。`],
    closed: ['办结', (t) => `清点 ${text(t.after['counted'])} 件，移交人${t.word('signedFrom')}、接收人${t.word('signedTo')}${part('，差异 ', t.after['differenceCount'] === 0 ? null : t.after['differenceCount'], ' 件')}${part('，回执号 ', t.after['receiptNumber'])}${part('，权限 ', t.after['rightsRevokedOn'], ' 取消')}，由${t.who}登记办结。`],
    cancelled: ['取消', (t) => `${t.who}取消移交${part('，理由：', t.body.reason)}。`],
  },
  telegrams: {
    entered: ['收电', (t) => `${t.who}登记收电 ${text(t.after['telegramNumber'])}${part('，来自', t.after['issuer'])}，${t.word('channel')}${part('，保管人', t.after['keeper'])}。`],
    read: ['阅读', (t) => `${text(t.body.reason)}在保管人面前阅读，由${t.who}登记。`],
    extracted: ['摘录', (t) => `${text(t.after['extractsZh']).split('\n').at(-1) ?? ''}，由${t.who}登记。`],
    replied: ['复电', (t) => `${t.who}登记复电${part(' ', t.after['replyNumber'])}，${t.word('replyChannel')}。`],
    returned: ['退还', (t) => `${t.who}登记退还${text(t.after['issuer'])}${part('，签收人', t.body.reason)}。`],
    destroyed: ['销毁', (t) => `随销毁批次 ${text(t.body.reason)} 销毁，由${t.who}登记。`],
    handed_over: ['换保管人', (t) => `保管人${part('由', t.before['keeper'])}改为${text(t.after['keeper'])}${part('，', t.body.reason)}，由${t.who}登记。`],
  },
  tipOffs: {
    entered: ['举报', (t) => `${text(t.after['reporter']) || '（不具名）'}举报${t.after['stopped'] === 1 ? '，已当场制止' : ''}。`],
    handled: ['处理', (t) => `${t.who}登记处理：${text(t.after['handled']).split('\n').at(-1) ?? ''}`],
  },
  violations: {
    entered: ['违规', (t) => `${t.who}登记违规（${t.word('kind')}）${part('，涉及', t.after['person'])}。`],
    reviewed: ['阅处', (t) => `${t.who}阅处。`],
  },
  approvals: {
    entered: ['送审', (t) => `${t.who}送审“${text(t.after['commandZh'])}”${part('，方式', t.word('form'))}。`],
    disagreed: ['不同意', (t) => `${text(t.after['signedBy']) || text(t.after['decidedBy']) || t.who}不同意${part('：', t.after['opinion'])}`],
    approved: ['同意', (t) => `${text(t.after['signedBy']) || text(t.after['decidedBy']) || t.who}同意${part('：', t.after['opinion'])}`],
    used: ['使用', (t) => `${t.who}凭本审批单办理。`],
    void: ['作废', (t) => `${t.who}作废${part('，理由：', t.body.reason)}。`],
  },
  computers: {
    entered: ['登记', (t) => `${t.who}登记计算机 ${text(t.after['assetNumber'])}${part('，责任人', t.after['custodian'])}${part('，在', t.after['room'])}。`],
    commissioned: ['启用', (t) => `${t.who}登记启用${part('，备案号 ', t.after['filingNumber'])}。`],
    assigned: ['换责任人', (t) => `责任人${part('由', t.before['custodian'])}改为${text(t.after['custodian'])}，由${t.who}登记。`],
    relocated: ['移位', (t) => `${part('由', t.before['room'])}移到${text(t.after['room'])}，由${t.who}登记。`],
    withdrawn: ['停用', (t) => `${t.who}登记停用${part('，理由：', t.body.reason)}。`],
  },
  usageLogs: {
    entered: ['开机', (t) => `${text(t.after['userName'])}使用 ${text(t.after['computerNumber'])}${part('，', t.after['work'])}，由${t.who}登记。`],
    closed: ['关机', (t) => `${text(t.after['userName'])}关机${part('，输出：', t.after['outputs'])}${part('，异常：', t.after['abnormal'])}。`],
  },
  usageBooks: { entered: ['封存', (t) => `${t.who}封存 ${text(t.after['year'])} 年度册，共 ${text(t.after['sessions'])} 条${part('，保存至 ', t.after['keepUntil'])}。`] },
  persons: {
    entered: ['登记', (t) => `${t.who}登记人员${text(t.after['name'])}${part('，', t.word('personnelClass'))}。`],
    activated: ['上岗', (t) => `${text(t.after['name'])}上岗，由${t.who}登记。`],
    suspended: ['暂停', (t) => `${t.who}暂停${text(t.after['name'])}接触国家秘密${part('，理由：', t.body.reason)}。`],
    left_post: ['离岗', (t) => `${text(t.after['name'])}离岗${part('，脱密期至 ', t.after['coolingOffUntil'])}${part('，理由：', t.body.reason)}。`],
  },
  prints: {
    entered: ['打印', (t) => `${t.who}打印“${text(t.after['title'])}” ${text(t.after['copies'])} 份。`],
    confirmed: ['确认', (t) => `${t.who}确认：${t.word('result')}。`],
  },
};

/** The Chinese sentence of an event and the one word its node bears. */
export function tell(kind: string, told: Told): { kindZh: string; sentenceZh: string } {
  const tale = tales[told.register]?.[kind] ?? common[kind];
  if (tale === undefined) return { kindZh: '办理', sentenceZh: `${told.who}办理了本条${labelsIn(told) === '' ? '' : `：${labelsIn(told)}`}${part('，理由：', told.body.reason)}。` };
  return { kindZh: tale[0], sentenceZh: tale[1](told) };
}
