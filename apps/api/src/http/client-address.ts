import { isIP } from 'node:net';

/**
 * The caller's network address: the one that the outermost of our own proxies saw. Entries further left in
 * X-Forwarded-For were written by the caller and are ignored. Without a usable one: loopback (a local socket).
 */
export function clientAddress(
  headers: Headers,
  socketAddress: string | undefined,
  trustedProxies: number,
): string {
  const forwarded =
    trustedProxies > 0
      ? (headers.get('x-forwarded-for') ?? '').split(',').filter((entry) => entry.trim() !== '')
      : [];
  const hops = [...forwarded.map(bare), bare(socketAddress ?? '127.0.0.1')];
  const seen = hops.slice(Math.max(0, hops.length - 1 - trustedProxies));
  return seen.find((hop) => isIP(hop) !== 0) ?? '127.0.0.1';
}

/** The unit that limits count: one IPv4 address, or the /64 that one IPv6 customer owns. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  while (tail !== undefined && groups.length + after.length < 8) groups.push('0');
  return `${[...groups, ...after].slice(0, 4).join(':')}::/64`;
}

export const isLoopbackAddress = (address: string): boolean =>
  address === '::1' || address.startsWith('127.');

/** Without brackets, port, zone and the IPv6 coat of an IPv4 address. */
function bare(text: string): string {
  const inner = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/%.*$/, '');
  const plain = inner.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return plain.replace(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i, '$1');
}
