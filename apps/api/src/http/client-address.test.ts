import { describe, expect, it } from 'vitest';
import { clientAddress, networkOf } from './client-address.ts';

const from = (forwarded: string | null, proxies: number, socket: string | undefined = '10.0.0.1') =>
  clientAddress(new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded }), socket, proxies);

describe('the client’s address', () => {
  it.each<[string, string | null, number, string]>([
    ['is the socket’s without trusted proxies, whatever the caller writes', '1.1.1.1', 0, '10.0.0.1'],
    ['is what the one trusted proxy saw', '9.9.9.9', 1, '9.9.9.9'],
    ['ignores what the caller wrote further left', '6.6.6.6, 9.9.9.9', 1, '9.9.9.9'],
    ['counts two proxies from the right', '6.6.6.6, 9.9.9.9, 10.0.0.2', 2, '9.9.9.9'],
    ['is the outermost known when there are fewer hops than proxies', '9.9.9.9', 3, '9.9.9.9'],
    ['is the socket’s when nothing was forwarded', null, 1, '10.0.0.1'],
    ['passes over what is not an address', 'unknown', 1, '10.0.0.1'],
    ['comes without a port', '9.9.9.9:4711', 1, '9.9.9.9'],
    ['comes without brackets and port', '[2001:db8::1]:4711', 1, '2001:db8::1'],
    ['comes without the coat of IPv6', '::ffff:9.9.9.9', 1, '9.9.9.9'],
  ])('%s', (_, forwarded, proxies, expected) => {
    expect(from(forwarded, proxies)).toBe(expected);
  });

  it('is loopback for a socket without one', () => {
    expect(clientAddress(new Headers(), undefined, 0)).toBe('127.0.0.1');
  });
});

describe('the network that limits count', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::ffff', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1::', '1:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
