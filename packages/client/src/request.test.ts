import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { KeyholderProblem, createKeyholder } from './index.ts';

// A server of ours in place of Keyholder: it is away, slow or speaks nonsense when it is told to.

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers one after the other, the last again and again. */
async function away(...answers: Answer[]) {
  const keys: (string | undefined)[] = [];
  server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key'] as string | undefined);
    answers[Math.min(keys.length, answers.length) - 1]!(request, response);
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, keys };
}

const unavailableFor =
  (retryAfter: number): Answer =>
  (_, response) => {
    response.writeHead(503, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ code: 'service.unavailable', detail: 'Not up.', retryAfter }));
  };
const unavailable = unavailableFor(0);
const BEFORE_THE_NEXT_TRY_MS = 8_000;
const cut: Answer = (request) => void request.socket.destroy();
const silent: Answer = () => undefined;
const good: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"id":"1"}');
};
const plain =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end('<h1>Gateway</h1>');
  };

const path = { site: 'a/b?' };
const PAGES = '/api/v1/sites/{site}/pages';
const write = { path, body: { title: 'About us' } };

describe('when Keyholder is away', () => {
  it('a POST is sent again under the same key, after a lost answer and after 503', async () => {
    const { url, keys } = await away(cut, unavailable, good);
    expect(await createKeyholder({ url }).post(PAGES, write)).toEqual({ id: '1' });
    expect(keys).toHaveLength(3);
    expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
    expect(new Set(keys).size).toBe(1);
    await createKeyholder({ url }).post(PAGES, write);
    expect(new Set(keys).size).toBe(2);
  });

  it('it gives up after as many tries as it was told', async () => {
    const { url, keys } = await away(unavailable);
    await expect(createKeyholder({ url, retries: 2 }).get(PAGES, { path })).rejects.toMatchObject({
      ...{ status: 503, code: 'service.unavailable', retryAfter: 0 },
    });
    expect(keys).toHaveLength(3);
  });

  it('what carries no such key is not sent again: it may have arrived', async () => {
    const { url, keys } = await away(cut, good);
    const at = { ...path, id: '1' };
    const keyholder = createKeyholder({ url });
    const body = { title: 'About us' };
    await expect(keyholder.patch(`${PAGES}/{id}`, { path: at, body })).rejects.toThrow('fetch failed');
    expect(keys).toEqual([undefined]);
  });

  it('an answer that does not come is a try that failed', async () => {
    const { url } = await away(silent, good);
    const keyholder = createKeyholder({ url, timeoutMs: 200 });
    expect(await keyholder.get(PAGES, { path })).toEqual({ id: '1' });
  });

  it.each([
    ['a try', silent],
    ['the time between two', unavailableFor(10)],
  ])(
    'the caller’s own signal ends %s at once',
    async (_, answer) => {
      const { url, keys } = await away(answer);
      const ask = { path, signal: AbortSignal.timeout(100) };
      await expect(createKeyholder({ url }).get(PAGES, ask)).rejects.toMatchObject({ name: 'TimeoutError' });
      expect(keys).toHaveLength(1);
    },
    BEFORE_THE_NEXT_TRY_MS,
  );
});

describe('an answer', () => {
  it('that refuses is not asked for again', async () => {
    const { url, keys } = await away(plain(429, { 'retry-after': '30' }));
    const refused = createKeyholder({ url }).post(PAGES, write);
    await expect(refused).rejects.toMatchObject({ status: 429, code: 'not_a_problem', retryAfter: 30 });
    await expect(refused).rejects.toBeInstanceOf(KeyholderProblem);
    expect(keys).toHaveLength(1);
  });

  it('that leads elsewhere is not followed: the key goes to no other address', async () => {
    const { url, keys } = await away(plain(302, { location: '/elsewhere' }));
    const led = createKeyholder({ url, apiKey: 'kh_secret', retries: 0 }).get(PAGES, { path });
    await expect(led).rejects.toThrow('fetch failed');
    expect(keys).toHaveLength(1);
  });

  it('comes from the path that was filled in, whatever stands in it', async () => {
    let asked = '';
    const { url } = await away((request, response) => {
      asked = request.url!;
      good(request, response);
    });
    await createKeyholder({ url }).get(PAGES, { path, query: { q: 'a&b', cursor: undefined } });
    expect(asked).toBe('/api/v1/sites/a%2Fb%3F/pages?q=a%26b');
  });
});
