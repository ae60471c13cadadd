/**
 * Values that JSON cannot carry travel as {$t: kind, v}. Used in the page's isolated world and in the app process; sent to the
 * page as source text, so it must stand alone.
 */
export function codec() {
  const toText = (u) => (u.toBase64 ? u.toBase64() : Buffer.from(u.buffer, u.byteOffset, u.byteLength).toString('base64'));
  const toBytes = (s) => (Uint8Array.fromBase64 ? Uint8Array.fromBase64(s) : new Uint8Array(Buffer.from(s, 'base64')));

  const encode = (v) => {
    if (v === undefined) return { $t: 'u' };
    if (typeof v === 'bigint') return { $t: 'n', v: String(v) };
    if (typeof v === 'number' && !Number.isFinite(v)) return { $t: 'f', v: String(v) };
    if (v === null || typeof v !== 'object') return v;
    if (v instanceof Date) return { $t: 'd', v: v.getTime() };
    if (v instanceof Map) return { $t: 'm', v: [...v].map(encode) };
    if (v instanceof Set) return { $t: 's', v: [...v].map(encode) };
    if (v instanceof ArrayBuffer) return { $t: 'a', v: toText(new Uint8Array(v)) };
    if (ArrayBuffer.isView(v)) return { $t: 'b', v: toText(new Uint8Array(v.buffer, v.byteOffset, v.byteLength)) };
    if (v instanceof Error) return { $t: 'e', v: [v.name, v.message] };
    if (Array.isArray(v)) return v.map(encode);
    const keys = Object.keys(v);
    // `__proto__` as an own key must arrive as an own key, and `$t` must not be mistaken for a mark.
    if (keys.includes('$t') || keys.includes('__proto__')) return { $t: 'o', v: keys.map((k) => [k, encode(v[k])]) };
    const plain = {};
    for (const k of keys) plain[k] = encode(v[k]);
    return plain;
  };

  const decode = (v) => {
    if (v === null || typeof v !== 'object') return v;
    if (Array.isArray(v)) return v.map(decode);
    switch (v.$t) {
      case 'u': return undefined;
      case 'n': return BigInt(v.v);
      case 'f': return Number(v.v);
      case 'd': return new Date(v.v);
      case 'm': return new Map(v.v.map(decode));
      case 's': return new Set(v.v.map(decode));
      case 'a': return toBytes(v.v).buffer;
      case 'b': return toBytes(v.v);
      case 'e': return Object.assign(new Error(v.v[1]), { name: v.v[0] });
      case 'o': return Object.fromEntries(v.v.map(([k, x]) => [k, decode(x)]));
      default: {
        const plain = {};
        for (const k of Object.keys(v)) plain[k] = decode(v[k]);
        return plain;
      }
    }
  };
  return { pack: (v) => JSON.stringify(encode(v)), unpack: (s) => decode(JSON.parse(s)) };
}
