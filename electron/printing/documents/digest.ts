// A short digest of what a print shows, so that two sheets with the same number can be told apart.
import { createHash } from 'node:crypto';

// No I, L, O, U: nothing that can be misread on paper.
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Digest of any print content (rows, facts, counts): 60 bits in three groups of four. The same content gives the same
 * digest whatever the order of the keys. Pass what the paper shows, without the foot.
 */
export function docDigest(content: unknown): string {
  const hash = createHash('sha256').update(stable(content)).digest();
  let bits = 0n;
  for (const byte of hash.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 4n;
  let code = '';
  for (let at = 11; at >= 0; at--) code += CROCKFORD[Number((bits >> BigInt(at * 5)) & 31n)] ?? '';
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${stable(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
