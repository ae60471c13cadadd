import type { RecordOf } from '#shared/registers/index.ts';

/** 3号柜1格 lies in 3号柜, and 3号柜 in itself; 13号柜 and 3号柜台 do not. */
export function liesIn(place: string, cabinet: string): boolean {
  if (!place.startsWith(cabinet)) return false;
  const rest = place.slice(cabinet.length);
  return rest === '' || /^[\s\d一二三四五六七八九十第上中下左右（(·.,，、-]/u.test(rest);
}

/** Whether what was seen at a place agrees with the place in the books; the coarser of the two may be just the cabinet. */
export const samePlace = (seen: string, booked: string): boolean => liesIn(seen, booked) || liesIn(booked, seen);

/** A notebook that was handed out. Who has it may be known by name only, where an old ledger was taken over. */
export const isHandedOut = (c: RecordOf<'carriers'>): boolean => c.state === 'in_use' && (c.holder !== null || c.holderName !== null);

/** Somebody other than the keeper has it, or it is under way: lent, circulating, carried out, or a notebook that was handed out. */
export const isOut = (c: RecordOf<'carriers'>): boolean =>
  ['lent', 'reading', 'circulating', 'carried_out', 'in_transit', 'out_for_repair'].includes(c.state ?? '') || isHandedOut(c);
