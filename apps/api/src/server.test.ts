import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { afterEach, describe, expect, it } from 'vitest';
import type { Base } from './http/context.ts';
import { TIMEOUTS, openServer } from './server.ts';
import type { HttpServer } from './server.ts';
import { freePort, speak } from './testing/process.ts';

const HALT_MS = 1_500;
/** The same limits, thirty times as fast. */
const FAST: typeof TIMEOUTS = {
  ...{ headersTimeout: 300, requestTimeout: 500, keepAliveTimeout: 150, connectionsCheckingInterval: 30 },
  maxHeaderSize: TIMEOUTS.maxHeaderSize,
};

let server: HttpServer;
let port: string;
let leaving: boolean;
async function open(): Promise<void> {
  leaving = false;
  port = await freePort();
  server = await openServer({ port: Number(port), draining: () => leaving, timeouts: FAST });
  server.serve(
    new Hono<Base>()
      .onError((_, c) => c.text('broken off', 500))
      .get('/quick', (c) => c.text('quick'))
      .get('/slow', async (c) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        return c.text('slow');
      })
      .get('/halted', () => new Promise<Response>(() => {}))
      .post('/read', async (c) => c.text(await c.req.text()))
      .get('/stream', (c) =>
        streamSSE(c, async (sse) => {
          for (let beat = 0; beat < 4; beat += 1) {
            await sse.writeSSE({ data: String(beat) });
            await new Promise((resolve) => setTimeout(resolve, HALT_MS / 4));
          }
        }),
      ),
  );
}
afterEach(() => server.close(0));

describe('a slow sender', () => {
  it('is cut off while it still sends headers', async () => {
    await open();
    const { heard } = speak(port, 'GET /quick HTTP/1.1\r\nhost: x\r\nx-one: ');
    expect(await heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is cut off while it still sends the body', async () => {
    await open();
    const { heard } = speak(port, 'POST /read HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nsome');
    expect(await heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is cut off when it sends nothing at all, and when it asks nothing more', async () => {
    await open();
    expect(await speak(port, '').heard).toMatch(/^HTTP\/1\.1 408 |^$/);
    expect(await speak(port, 'GET /quick HTTP/1.1\r\nhost: x\r\n\r\n').heard).toMatch(/quick$/);
  });

  it('may not send more than 16 kB of headers', async () => {
    await open();
    const { heard } = speak(port, `GET /quick HTTP/1.1\r\nhost: x\r\nx-big: ${'x'.repeat(17_000)}\r\n\r\n`);
    expect(await heard).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('an event stream', () => {
  it('goes on for as long as it likes: the time-out of requests is not for answers', async () => {
    await open();
    const answer = await fetch(`http://127.0.0.1:${port}/stream`);
    expect((await answer.text()).match(/data: \d/g)).toHaveLength(4);
  });
});

describe('closing', () => {
  it('lets a request finish, tells its client to go elsewhere, and takes no new one', async () => {
    await open();
    const slow = fetch(`http://127.0.0.1:${port}/slow`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    leaving = true;
    const closed = server.close(5_000);
    await expect(fetch(`http://127.0.0.1:${port}/quick`)).rejects.toThrow();
    const answer = await slow;
    expect(await answer.text()).toBe('slow');
    expect(answer.headers.get('connection')).toBe('close');
    await closed;
  });

  it('cuts what does not finish in time', async () => {
    await open();
    const { heard } = speak(port, 'GET /halted HTTP/1.1\r\nhost: x\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.close(200);
    expect(await heard).toBe('');
  });
});

it('has the time-outs of the security design', () => {
  expect(TIMEOUTS).toEqual({
    headersTimeout: 10_000,
    requestTimeout: 15_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16_384,
  });
});
