import type { endingCommands } from '#shared/contract/ending.ts';
import { paper, sysadmin } from './desk.ts';
import type { Desk } from './desk.ts';

/** A holder who hands over, a cipher telegram, a notebook of the same level. */
export const furnishHandover = (desk: Desk): void => {
  desk.must('person.register', { name: '百里离', personnelClass: 'important', status: 'on_post' });
  desk.must('account.create', { account: 'jie', name: '接手人', roles: ['clerk'], password: 'Qx7#mwvT2!kk' }, sysadmin);
  desk.must('handover.open', { kind: 'holder', cause: '调离', person: '百里离', giver: '百里离', taker: '欧阳笺' });
  desk.must('telegram.receive', { telegramNumber: '示电〔2026〕12号', title: '关于汛期值守的电报', issuer: '示例省青岭厅', level: 'secret', period: { years: 10 }, keeper: '欧阳笺', place: '机要柜1格', cabinetKind: 'code_cabinet', accessScope: ['南宫砚'], warnReason: '机要室专柜' });
  desk.must('carrier.enter', paper('保密本', { carrierKind: 'notebook', docNumber: undefined, oldNumber: '851', warnReason: '机要室专柜' }));
};

/** A well-formed input for every command of this area. */
export const handoverSamples: Readonly<Record<keyof typeof endingCommands, Record<string, unknown>>> = {
  'handover.open': { kind: 'post', cause: '轮岗', giver: '欧阳笺', taker: '接手人', takerAccount: 'jie', supervisor: '闻人录' },
  'handover.close': { handover: 1, counted: 0, others: { electronicFiles: 0, devices: 1, media: 0, notebooks: 0, passes: 1, keys: 2, doorRights: 1 }, signedFrom: 'ink', signedTo: 'ink', rightsRevokedOn: '2026-11-20', keptPrivately: false },
  'handover.cancel': { handover: 1, reason: '暂缓调离' },
  'telegram.receive': { telegramNumber: '示电〔2026〕13号', title: '续报', issuer: '示例省青岭厅', level: 'secret', period: { years: 10 }, keeper: '欧阳笺', place: '机要柜1格', accessScope: ['南宫砚'] },
  'telegram.read': { telegram: 1, reader: '南宫砚', purpose: '值守安排', place: '机要室', signature: 'ink' },
  'telegram.extract': { telegram: 1, by: '欧阳笺', notebook: '851', reason: '值守安排' },
  'telegram.reply': { telegram: 1, channel: 'cipher', replyNumber: '青电〔2026〕3号' },
  'telegram.return': { telegram: 1, receivedBy: '司徒收' },
};
