import { decodePunycode } from './punycode.ts';

const HOST = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** The URL parser splits or decodes at these: they must not reach it. */
const NOT_A_HOST = /[%/?#\\:@[\]<>^|\s]/;

/**
 * A host name of two labels or more in lower-case ASCII (UTS-46), or null: no scheme, port, path or trailing dot.
 * At most 253 characters. A label in `xn--` form must come back from Unicode as it was (security.md 1.11.1).
 */
export function canonicalDomain(input: string): string | null {
  if (input.length === 0 || input.length > 253 || NOT_A_HOST.test(input)) return null;
  const ascii = URL.parse(`http://${input}/`)?.hostname;
  return ascii && ascii.length <= 253 && HOST.test(ascii) && ascii.split('.').every(survivesRoundTrip)
    ? ascii
    : null;
}

function survivesRoundTrip(label: string): boolean {
  if (!label.startsWith('xn--')) return true;
  const unicode = decodePunycode(label.slice(4));
  return unicode !== null && URL.parse(`http://${unicode}.test/`)?.hostname === `${label}.test`;
}
