import { describe, expect, it } from 'vitest';
import { commands } from '#shared/contract/commands.ts';
import type { CommandName } from '#shared/contract/commands.ts';
import { carryOutFields, checkInFields, closeFields, compileFields, consultFields, copyFields, extractFields, lendOutFields, moveFields } from '../../../renderer/screens/archive/fields.ts';
import { idIn } from '../../../renderer/screens/archive/useItems.ts';
import { initialOf, isFilled, toInput } from '../../../renderer/screens/parts/fields.ts';
import type { ActField } from '../../../renderer/screens/parts/fields.ts';
import { paperOf } from '../../../renderer/screens/approvals/paper.ts';
import { placeOfAct } from '../../../renderer/registers/acts.ts';
import { places } from '../../../renderer/app/places.ts';

const today = '2026-11-20';
const words: Readonly<Record<string, string>> = { count: '5', day: '2026-11-25', flag: '1', names: '南宫砚、慕容档', refs: 'ZT-2026-00001、ZT-2026-00002' };
const typedFor = (fields: readonly ActField[]): Record<string, string> => Object.fromEntries(fields.map((f) => [f.name, f.of === undefined ? (words[f.kind] ?? '甲') : (Object.keys(f.of)[0] ?? '')]));
const forms: readonly (readonly [CommandName, readonly ActField[], Record<string, unknown>])[] = [
  ['archive.consult', consultFields, { items: [1] }], ['archive.lendOut', lendOutFields, { items: [1] }], ['archive.move', moveFields, { items: [1] }], ['archive.close', closeFields, { use: 1 }],
  ['carrier.copy', copyFields, { carrier: 1 }], ['carrier.extract', extractFields, { carrier: 1 }], ['carrier.compile', compileFields, { carriers: [1, 2] }], ['carrier.carryOut', carryOutFields, { carriers: [1] }], ['carrier.checkIn', checkInFields, { trip: 1 }],
];

describe('forms of the archive, of copies and of trips', () => {
  it.each(forms)('%s is taken by the contract, when everything is filled in', (command, fields, fixed) => {
    const parsed = commands[command].input.safeParse({ ...toInput(fields, typedFor(fields), today), ...fixed });
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('asks an own reader from the ledger and an outsider by name, unit and letter', () => {
    const own = toInput(consultFields, { ...initialOf(consultFields), reader: '南宫砚', letter: '示档介1号', purpose: '编制' }, today);
    expect(own).toMatchObject({ reader: '南宫砚', related: true });
    expect(own).not.toHaveProperty('letter');
    const foreign = { ...initialOf(consultFields), outsider: '1', readerName: '太史来', letter: '示档介1号', purpose: '编制' };
    expect(toInput(consultFields, foreign, today)).toMatchObject({ outsider: true, readerName: '太史来', letter: '示档介1号' });
    expect(isFilled(consultFields, { ...foreign, readerName: '' })).toBe(false);
  });

  it('asks for the permit only at the border', () => {
    const typed = { ...initialOf(carryOutFields), traveller: '南宫砚', destination: '青岭', reason: '评审', permit: 'CJ-1' };
    expect(toInput(carryOutFields, typed, today)).not.toHaveProperty('permit');
    expect(toInput(carryOutFields, { ...typed, border: '1' }, today)).toMatchObject({ border: true, permit: 'CJ-1' });
  });

  it('names what did not come back as a list', () => {
    expect(toInput(checkInFields, { ...initialOf(checkInFields), counted: '1', missing: 'ZT-2026-00002、ZT-2026-00003' }, today)).toMatchObject({ counted: 1, missing: ['ZT-2026-00002', 'ZT-2026-00003'], pagesChecked: true });
  });
});

describe('ways into these screens', () => {
  it.each([
    ['carrier.extract', '/copy?mode=extract&carrier=ZT-2026-00001'], ['carrier.carryOut', '/trips?carrier=ZT-2026-00001'], ['archive.consult', '/archive?mode=consult&carrier=ZT-2026-00001'],
    ['archive.lendOut', '/archive?mode=lendOut&carrier=ZT-2026-00001'], ['archive.move', '/archive?mode=move&carrier=ZT-2026-00001'],
  ] as const)('%s leads to its own', (command, place) => {
    expect(placeOfAct({ command, titleZh: '', outcome: 'allow' }, 'ZT-2026-00001')).toBe(place);
  });

  it('lead from the line of the book to the act that ends it', () => {
    expect([places.dealing('archiveUses', 3), places.dealing('trips', 4)]).toEqual(['/archive?use=3', '/trips?trip=4']);
  });

  it('take the number of what was entered from the answer, and nothing else', () => {
    expect([idIn({ use: { id: 3 } }, 'use'), idIn({ use: 3 }, 'use'), idIn(null, 'use')]).toEqual([3, null, null]);
  });
});

describe('the paper of a request', () => {
  it('is its own where the act has one, else the general one', () => {
    expect(paperOf('carrier.carryOut', 5, 'SP-2026-0005')).toEqual({ form: 'carryOutSheet', filter: { approval: 5 }, titleZh: '外出携带审批表 SP-2026-0005' });
    expect(paperOf('carrier.lend', 'SP-2026-0006', 'SP-2026-0006')).toEqual({ form: 'approval', record: 'SP-2026-0006', titleZh: '审批单 SP-2026-0006' });
  });
});
