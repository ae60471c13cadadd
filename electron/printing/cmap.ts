// Which characters a font file really draws, read from its cmap table. The ranges fontsource declares are those Google
// serves, not those the face holds, so a warning built on them would be wrong for rare names.
import { closeSync, openSync, readSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

const KNOWN_TAGS = 63;
const CMAP_INDEX = 0; // place of 'cmap' in WOFF2's list of known tags
const GLYF = 10;
const LOCA = 11;

function base128(data: Buffer, at: number): readonly [number, number] {
  let value = 0;
  for (let i = 0; i < 5; i++) {
    const byte = data.readUInt8(at + i);
    value = value * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) return [value, at + i + 1];
  }
  throw new Error('WOFF2: number too long');
}

/** The cmap table of a WOFF2 file (never transformed in that format). Throws when the file is none. */
export function woff2Cmap(data: Buffer): Buffer {
  if (data.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 file');
  const tables = data.readUInt16BE(12);
  const compressed = data.readUInt32BE(20);
  let at = 48;
  let offset = 0;
  let found: { from: number; length: number } | null = null;
  for (let i = 0; i < tables; i++) {
    const flags = data.readUInt8(at++);
    const known = flags & 0x3f;
    const version = flags >> 6;
    let cmap = known === CMAP_INDEX;
    if (known === KNOWN_TAGS) { cmap = data.toString('latin1', at, at + 4) === 'cmap'; at += 4; }
    let length: number;
    [length, at] = base128(data, at);
    const transformed = known === GLYF || known === LOCA ? version !== 3 : version !== 0;
    if (transformed) [length, at] = base128(data, at);
    if (cmap) found = { from: offset, length };
    offset += length;
  }
  if (found === null) throw new Error('WOFF2: no cmap table');
  const plain = brotliDecompressSync(data.subarray(at, at + compressed));
  return plain.subarray(found.from, found.from + found.length);
}

/** The cmap table of an installed TrueType or OpenType file, for a collection that of its first face. Reads only that. */
export function sfntCmap(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const read = (at: number, length: number): Buffer => {
      const data = Buffer.alloc(length);
      if (readSync(handle, data, 0, length, at) < length) throw new Error('font file ends early');
      return data;
    };
    const head = read(0, 16);
    const start = head.toString('latin1', 0, 4) === 'ttcf' ? head.readUInt32BE(12) : 0;
    const tables = read(start, 12).readUInt16BE(4);
    const directory = read(start + 12, tables * 16);
    for (let i = 0; i < tables; i++) {
      if (directory.toString('latin1', i * 16, i * 16 + 4) === 'cmap') return read(directory.readUInt32BE(i * 16 + 8), directory.readUInt32BE(i * 16 + 12));
    }
    throw new Error('font file has no cmap table');
  } finally {
    closeSync(handle);
  }
}

/** The code points of a cmap table (formats 4 and 12). */
export function cmapCodePoints(cmap: Buffer): Set<number> {
  const points = new Set<number>();
  const count = cmap.readUInt16BE(2);
  for (let i = 0; i < count; i++) {
    const at = cmap.readUInt32BE(4 + i * 8 + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 12) format12(cmap, at, points);
    else if (format === 4) format4(cmap, at, points);
  }
  return points;
}

function format12(cmap: Buffer, at: number, points: Set<number>): void {
  const groups = cmap.readUInt32BE(at + 12);
  for (let g = 0; g < groups; g++) {
    const from = cmap.readUInt32BE(at + 16 + g * 12);
    const to = cmap.readUInt32BE(at + 20 + g * 12);
    for (let c = from; c <= to; c++) points.add(c);
  }
}

function format4(cmap: Buffer, at: number, points: Set<number>): void {
  const segments = cmap.readUInt16BE(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let s = 0; s < segments; s++) {
    const from = cmap.readUInt16BE(starts + s * 2);
    const to = cmap.readUInt16BE(ends + s * 2);
    const delta = cmap.readUInt16BE(deltas + s * 2);
    const rangeOffset = cmap.readUInt16BE(offsets + s * 2);
    for (let c = from; c <= to && c !== 0xffff; c++) {
      const place = offsets + s * 2 + rangeOffset + (c - from) * 2;
      const glyph = rangeOffset === 0 ? (c + delta) & 0xffff : place + 1 < cmap.length ? cmap.readUInt16BE(place) : 0;
      if (glyph !== 0) points.add(c);
    }
  }
}
