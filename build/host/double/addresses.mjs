// app://host/path <-> https://host.app.invalid/path. Chromium knows no scheme `app`; `.invalid` can never resolve, and https gives
// the page the standing of a scheme registered as standard and secure.

/** Schemes the app registered as privileged. */
export const schemes = new Set();

export const toWeb = (url) => url.replace(/^([a-z][a-z0-9+-]*):\/\/([^/?#]+)/i, (all, scheme, host) => (schemes.has(scheme) ? `https://${host}.${scheme}.invalid` : all));

export const toApp = (url) =>
  url.replace(/^(blob:)?https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.invalid(?=[/?#]|$)/, (all, blob = '', host, scheme) => (schemes.has(scheme) ? `${blob}${scheme}://${host}` : all));

/** Scheme and host sources of a content security policy. */
export const policyToWeb = (policy) =>
  policy.replace(/[^\s;,]+/g, (token) => (token.endsWith(':') && schemes.has(token.slice(0, -1)) ? `https://*.${token.slice(0, -1)}.invalid` : toWeb(token)));
