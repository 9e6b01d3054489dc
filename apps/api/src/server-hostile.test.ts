import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openServer } from './server.ts';
import type { HttpServer } from './server.ts';
import { freePort, speak } from './testing/process.ts';
import { createSetting } from './testing/setting.ts';
import type { Setting } from './testing/setting.ts';

// What only a bare socket can send, against the whole app behind its real server.

const TEN_MB = 10 * 1024 * 1024;

let s: Setting;
let server: HttpServer;
let port: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  port = await freePort();
  server = await openServer({ port: Number(port), draining: () => false });
  server.serve(s.world.app);
});
afterAll(async () => {
  await server.close(0);
  await s.world.stop();
});

const head = (more: string, line = 'POST /api/v1/accounts HTTP/1.1') =>
  `${line}\r\nhost: localhost:3000\r\norigin: http://localhost:3000\r\ncontent-type: application/json\r\ncookie: ${s.sarah.cookie}\r\n${more}\r\n`;
const accounts = async () =>
  Number(
    (await s.world.deps.database.orm.execute<{ n: string }>(sql`select count(*) as n from account`))[0]!.n,
  );

/** All that comes back until the server closes, or until nothing has come for a while. */
async function heard(text: string): Promise<string> {
  const { socket, heard: all } = speak(port, text);
  const parts: string[] = [];
  socket.on('data', (part: Buffer) => parts.push(part.toString()));
  return Promise.race([all, sleep(1_500).then(() => (socket.destroy(), parts.join('')))]);
}
const statuses = (answer: string) =>
  [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));

/** Pours a body until it is done or the server hangs up; says how much went out. */
async function pour(start: string, chunk: Buffer, total: number): Promise<{ sent: number; answer: string }> {
  const { socket, heard: all } = speak(port, start);
  const parts: string[] = [];
  socket.on('data', (part: Buffer) => parts.push(part.toString()));
  await once(socket, 'connect');
  let sent = 0;
  while (sent < total && !socket.destroyed && parts.length === 0) {
    sent += chunk.length;
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain').catch(() => {}), all, sleep(100)]);
  }
  await Promise.race([all, sleep(500)]);
  socket.destroy();
  return { sent, answer: parts.join('') };
}

describe('a body that is too much', () => {
  it('is refused by its announced length before it is sent [A-063]', async () => {
    const answer = await heard(head(`content-length: ${TEN_MB}\r\n`));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"request.too_large"');
  });

  it('is refused in the middle when its length was not announced, and fills no memory [A-063]', async () => {
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 'x'), Buffer.from('\r\n')]);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const poured = await Promise.all(
      Array.from({ length: 10 }, () => pour(head('transfer-encoding: chunked\r\n'), chunk, TEN_MB)),
    );
    for (const { sent, answer } of poured) {
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(sent).toBeLessThan(TEN_MB);
    }
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(50);
  });

  it('is refused when it is packed: nobody unpacks it [A-063]', async () => {
    const bomb = gzipSync(Buffer.alloc(TEN_MB, ' '));
    const { answer } = await pour(
      head(`content-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n`),
      bomb,
      bomb.length,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 415 /);
  });

  it('is refused also to those who ask first whether they may send it [A-063]', async () => {
    const answer = await heard(head(`expect: 100-continue\r\ncontent-length: ${TEN_MB}\r\n`));
    expect(statuses(answer).at(-1)).toBe(413);
    expect(statuses(await heard(head('expect: a-miracle\r\ncontent-length: 2\r\n'))).at(-1)).toBe(417);
  });
});

describe('a request that two readers could read in two ways', () => {
  const hidden = 'POST /api/v1/accounts HTTP/1.1\r\nhost: localhost:3000\r\n';
  it.each([
    ['content-length and transfer-encoding', 'content-length: 4\r\ntransfer-encoding: chunked\r\n'],
    ['two lengths', 'content-length: 2\r\ncontent-length: 30\r\n'],
    ['a list of lengths', 'content-length: 2, 2\r\n'],
    ['a signed length', 'content-length: +2\r\n'],
    ['an unknown transfer-encoding', 'transfer-encoding: chunked, xchunked\r\n'],
    ['a transfer-encoding with a tail', 'transfer-encoding: xchunked\r\n'],
    ['a header over two lines', 'x-odd: a\r\n b\r\ntransfer-encoding\r\n : chunked\r\n'],
    ['a space before the colon', 'content-length : 2\r\n'],
    ['a bare LF', 'x-odd: a\ncontent-length: 2\r\n'],
    ['a bare CR', 'x-odd: a\rcontent-length: 2\r\n'],
    ['NUL in a header', 'x-odd: a\0b\r\n'],
  ])('is cut off with 400 and its rest is no second request: %s [A-064]', async (_, headers) => {
    const before = await accounts();
    const second = `${hidden}origin: http://localhost:3000\r\ncookie: ${s.sarah.cookie}\r\ncontent-type: application/json\r\ncontent-length: 20\r\n\r\n{"name":"Smuggled!!"}`;
    const answer = await heard(`${head(headers)}0\r\n\r\n${second}`);
    expect(statuses(answer)).toEqual([400]);
    expect(answer).toMatch(/connection: close/i);
    expect(await accounts()).toBe(before);
  });

  it.each([
    ['HTTP/0.9', 'GET /\r\n\r\n'],
    ['a version of the future', 'GET / HTTP/3.7\r\nhost: x\r\n\r\n'],
    ['no request at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
    ['two hosts', 'GET /api/v1/me HTTP/1.1\r\nhost: a\r\nhost: b\r\nconnection: close\r\n\r\n'],
    ['no host', 'GET /api/v1/me HTTP/1.1\r\n\r\n'],
    ['a host that is none', 'GET /api/v1/me HTTP/1.1\r\nhost: a b/c\r\nconnection: close\r\n\r\n'],
    ['a host with a path', 'GET /api/v1/me HTTP/1.1\r\nhost: a/../b?c#d\r\nconnection: close\r\n\r\n'],
    ['space in the path', 'GET /api/v1/me and more HTTP/1.1\r\nhost: x\r\n\r\n'],
  ])('is refused: %s [A-064]', async (_, text) => {
    const [status, ...more] = statuses(await heard(text));
    expect([400, 401, 505]).toContain(status);
    expect(more).toEqual([]);
  });

  it('of 100 kB of headers is refused [A-064]', async () => {
    expect(statuses(await heard(head(`x-big: ${'x'.repeat(100_000)}\r\n`)))).toEqual([431]);
    expect(statuses(await heard(head(`${'x-a: b\r\n'.repeat(12_500)}`)))).toEqual([431]);
  });
});

describe('the form of a request', () => {
  it('in absolute form is answered as the same path here, whatever host it names [A-034, A-064]', async () => {
    const answer = await heard(
      `GET http://evil.test/api/v1/me HTTP/1.1\r\nhost: evil.test\r\ncookie: ${s.sarah.cookie}\r\nconnection: close\r\n\r\n`,
    );
    expect(statuses(answer)).toEqual([200]);
    expect(answer).not.toContain('evil.test');
  });

  it.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND', 'OPTIONS', 'PUT', 'QUERY'])(
    'with the method %s is no 500 and hands nothing back',
    async (method) => {
      const answer = await heard(
        `${method} /api/v1/me HTTP/1.1\r\nhost: localhost:3000\r\ncookie: ${s.sarah.cookie}\r\nconnection: close\r\n\r\n`,
      );
      for (const status of statuses(answer)) expect([400, 403, 404, 405]).toContain(status);
      expect(answer).not.toContain(s.sarah.cookie);
      expect(answer).not.toMatch(/access-control/i);
    },
  );

  it('with an upgrade that we do not offer is an ordinary request', async () => {
    const answer = await heard(
      `GET /api/v1/me HTTP/1.1\r\nhost: localhost:3000\r\ncookie: ${s.sarah.cookie}\r\nconnection: upgrade, close\r\nupgrade: websocket\r\n\r\n`,
    );
    expect(statuses(answer)).toEqual([200]);
  });
});
