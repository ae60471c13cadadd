import chardet from 'chardet';
import iconv from 'iconv-lite';

export type Decoded = Readonly<{ text: string; encoding: string }>;

const replacement = /\uFFFD/g;
const lost = (text: string): number => text.match(replacement)?.length ?? 0;

/**
 * Bytes of a text file to text. Order of trust: byte order mark, zero bytes of UTF-16, valid UTF-8, then GB18030 (which
 * contains GBK and GB2312), unless chardet is sure of another encoding that loses fewer characters. What could not be read
 * becomes U+FFFD, which the rows report.
 */
export function decodeText(bytes: Buffer): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { text: bytes.toString('utf8').slice(1), encoding: 'UTF-8' };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: iconv.decode(bytes, 'utf16le'), encoding: 'UTF-16LE' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: iconv.decode(bytes, 'utf16be'), encoding: 'UTF-16BE' };
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return { text: iconv.decode(bytes, wide), encoding: wide === 'utf16le' ? 'UTF-16LE' : 'UTF-16BE' };

  const utf8 = bytes.toString('utf8');
  const broken = lost(utf8);
  // A file cut off or damaged in a few places is still UTF-8; text in GBK breaks in almost every character.
  const beyondAscii = utf8.match(/[^\u0000-\u007F\uFFFD]/g)?.length ?? 0; // eslint-disable-line no-control-regex
  if (broken === 0 || (broken <= 20 && beyondAscii > broken * 20)) return { text: utf8, encoding: 'UTF-8' };

  const gb = iconv.decode(bytes, 'gb18030');
  const lostInGb = lost(gb);
  if (lostInGb > 0) {
    const guess = chardet.detect(bytes.subarray(0, 65_536));
    if (guess !== null && !/^(UTF-8|GB18030|ASCII)$/i.test(guess) && iconv.encodingExists(guess)) {
      const other = iconv.decode(bytes, guess);
      if (lost(other) < lostInGb / 2 && /\p{Script=Han}/u.test(other)) return { text: other, encoding: guess };
    }
  }
  return { text: gb, encoding: 'GB18030' };
}

/** UTF-16 without a mark shows as zero bytes on one side of nearly every line end and ASCII character. */
function wideWithoutMark(bytes: Buffer): 'utf16le' | 'utf16be' | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (const [i, byte] of sample.entries()) if (byte === 0) i % 2 === 0 ? even++ : odd++;
  if (even + odd < 4 || bytes.length % 2 === 1) return null;
  if (even === 0 || odd > even * 20) return 'utf16le';
  return odd === 0 || even > odd * 20 ? 'utf16be' : null;
}
