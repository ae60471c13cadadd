import type { archiveCommands } from '#shared/contract/archive.ts';
import { approved, paper } from './desk.ts';
import type { Desk } from './desk.ts';

type Input = Record<string, unknown>;
const CARRIER = 'ZT-2026-00001';

/** 机密 out of the house for a conference, everything in order. */
export const trip = (more: Input = {}): Input => ({ carriers: [CARRIER], traveller: '南宫砚', destination: '示例省青岭厅', purpose: 'meeting', reason: '参加方案评审会', measures: '密码箱，随身携带', dueOn: '2026-11-22', counted: 1, ...more });
/** A filed 机密 read in the room of the archive. */
export const consulting = (more: Input = {}): Input => ({ items: [CARRIER], reader: '南宫砚', purpose: '编制方案', range: '第1至10页', place: '档案查阅室', ...more });
export const back = (more: Input = {}): Input => ({ use: 1, intact: true, reshelved: true, ...more });

/** One file being read in the archive, one paper on a trip. */
export function furnishArchive(desk: Desk): void {
  const numberOf = (title: string, copySerial: string): string => (desk.must('carrier.enter', paper(title, { docNumber: '示厅函〔2026〕101号', copySerial, warnReason: '临时存放' })).result as { carrier: { number: string } }).carrier.number;
  const file = numberOf('会议文件汇集', '000101');
  desk.must('carrier.file', { carrier: file, archiveNumber: '2026-DA-001', place: '档案库1架' });
  const reading = consulting({ items: [file] });
  desk.must('archive.consult', { ...reading, approval: approved(desk, 'archive.consult', reading) });
  const going = trip({ carriers: [numberOf('评审材料', '000102')] });
  desk.must('carrier.carryOut', { ...going, approval: approved(desk, 'carrier.carryOut', going) });
}

/** A well-formed input for every command of this area. */
export const archiveSamples: Readonly<Record<keyof typeof archiveCommands, Input>> = {
  'archive.consult': consulting(), 'archive.lendOut': { items: [CARRIER], reader: '南宫砚', purpose: '编制方案' }, 'archive.close': back(), 'archive.move': { items: [CARRIER], volumes: 1, toPlace: '档案库2架', receivedBy: '慕容档' },
  'carrier.extract': { carrier: CARRIER, by: '南宫砚', reason: '编制方案', notebook: 'ZT-2026-00002', content: '第三部分第二段' }, 'carrier.compile': { carriers: [CARRIER, 'ZT-2026-00002'], title: '供水方案汇编', reason: '会议用', operator: '欧阳笺', custodian: '欧阳笺', place: '3号柜1格' },
  'carrier.carryOut': trip(), 'carrier.checkIn': { trip: 1, counted: 1, pagesChecked: true },
};
