import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}

/** The colours of a PNG without interlace, 8 bits a channel, as three bytes a pixel. */
function pixelsOf(png: Buffer): { width: number; height: number; rgb: Buffer } {
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : png[25] === 2 ? 3 : 0];
  if (png[24] !== 8 || channels === 0 || png[28] !== 0) throw new Error('not a picture of the window');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(parts));
  const line = width * channels;
  const flat = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const here = y * line + x;
      const left = x < channels ? 0 : (flat[here - channels] ?? 0);
      const up = y === 0 ? 0 : (flat[here - line] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (flat[here - line - channels] ?? 0);
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
      const guess = [0, left, up, (left + up) >> 1, a <= b && a <= c ? left : b <= c ? up : corner][filter] ?? 0;
      flat[here] = ((raw[y * (line + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  const rgb = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i += 1) flat.copy(rgb, i * 3, i * channels, i * channels + 3);
  return { width, height, rgb };
}

/** The same picture with at most 256 colours: the commonest stay exactly, the rest go to the nearest of them. About a third of the bytes. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, rgb } = pixelsOf(png);
  const counted = new Map<number, number>();
  for (let i = 0; i < rgb.length; i += 3) {
    const colour = rgb.readUIntBE(i, 3);
    counted.set(colour, (counted.get(colour) ?? 0) + 1);
  }
  const kept = [...counted].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([colour]) => colour);
  const far = (a: number, b: number): number => Math.abs((a >> 16) - (b >> 16)) + Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) + Math.abs((a & 255) - (b & 255));
  const index = new Map<number, number>();
  for (const colour of counted.keys()) {
    let best = 0;
    for (let k = 1; k < kept.length; k += 1) if (far(colour, kept[k] ?? 0) < far(colour, kept[best] ?? 0)) best = k;
    index.set(colour, best);
  }
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) lines[y * (width + 1) + 1 + x] = index.get(rgb.readUIntBE((y * width + x) * 3, 3)) ?? 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.alloc(kept.length * 3);
  kept.forEach((colour, k) => colours.writeUIntBE(colour, k * 3, 3));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', colours), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
