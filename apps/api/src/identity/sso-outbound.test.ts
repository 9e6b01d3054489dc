import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../http/public-address.ts';
import { createOutbound } from './sso-outbound.ts';

let base: string;
const server = createServer((request, response) => {
  if (request.url === '/large') return void response.end(Buffer.alloc(1024 * 1024 + 1));
  if (request.url === '/moved') return void response.writeHead(302, { location: `${base}/fine` }).end();
  if (request.url === '/slow') return;
  if (request.url === '/upgrade')
    return void request.socket.end(
      'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
    );
  response.setHeader('content-type', 'application/json').end('{"fine":true}');
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('a request to a provider (security.md 1.1.10)', () => {
  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
    ...[
      '192.168.0.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:10.0.0.1',
      'fc00::1',
    ],
    ...['fe80::1', 'ff02::1', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', '2001::1', 'nonsense'],
  ])('does not go to %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['1.1.1.1', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])('may go to %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it('goes to no private address, however it is written, and by https only', async () => {
    const strict = createOutbound(false);
    for (const address of [
      ...[base, 'https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://localhost/'],
      ...[
        'https://[::ffff:127.0.0.1]/',
        'http://example.com/',
        'https://user:password@example.com/',
        'file:///x',
      ],
    ])
      await expect(strict(address), address).rejects.toThrow(/not|address/);
  });

  it('goes to this machine where a setting allows it, and still to no other private address', async () => {
    const open = createOutbound(true);
    await expect((await open(`${base}/fine`)).json()).resolves.toEqual({ fine: true });
    await expect(open('http://10.0.0.1/')).rejects.toThrow('not https');
    await expect(open('https://10.0.0.1/')).rejects.toThrow('not a public address');
  });

  it('follows no redirect, and takes at most 1 MB and 5 s', async () => {
    const open = createOutbound(true);
    expect((await open(`${base}/moved`)).status).toBe(302);
    await expect(open(`${base}/large`)).rejects.toThrow('1 MB');
    await expect(open(`${base}/upgrade`)).rejects.toThrow('101');
    const before = Date.now();
    await expect(open(`${base}/slow`)).rejects.toThrow();
    expect(Date.now() - before).toBeLessThan(6_000);
  }, 10_000);
});
