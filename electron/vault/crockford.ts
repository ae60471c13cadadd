/**
 * Crockford's Base32 for codes that people copy from paper: no I, L, O, U; O reads as 0, I and L as 1; the check character
 * modulo 37 notices every single wrong character and every swap of two neighbours.
 */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const checks = `${digits}*~$=U`;

/** In: bytes and how many bits of them. Out: the digits, most significant bit first. */
export function toBase32(bytes: Uint8Array, bits: number): string {
  let text = '';
  for (let at = 0; at < bits; at += 5) {
    let value = 0;
    for (let bit = at; bit < at + 5; bit += 1) {
      const byte = bits > bit ? (bytes[bit >> 3] ?? 0) : 0;
      value = (value << 1) | ((byte >> (7 - (bit & 7))) & 1);
    }
    text += digits.charAt(value);
  }
  return text;
}

/** In: clean digits. Out: bytes in memory of their own, or null when a character is no digit. */
export function fromBase32(text: string): Buffer | null {
  const bytes = Buffer.allocUnsafeSlow((text.length * 5) >> 3).fill(0);
  for (let index = 0; index < text.length; index += 1) {
    const value = digits.indexOf(text.charAt(index));
    if (value < 0) return null;
    for (let bit = 0; bit < 5; bit += 1) {
      const at = index * 5 + bit;
      const byte = at >> 3;
      if (byte < bytes.length && (value >> (4 - bit)) & 1) bytes[byte] = (bytes[byte] ?? 0) | (1 << (7 - (at & 7)));
    }
  }
  return bytes;
}

/** The check character of clean digits. */
export function checkCharacter(text: string): string {
  let rest = 0;
  for (const character of text) rest = (rest * 32 + digits.indexOf(character)) % 37;
  return checks.charAt(rest);
}

/** Forgives what hands do: case, full-width forms, spaces, hyphens, line ends, O for 0, I and L for 1. */
export function cleanCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−·.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** Puts a space after every fourth character. */
export function inFours(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ');
}
