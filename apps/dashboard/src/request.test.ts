import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { ApiProblem, asProblem, readProblem } from './problem.ts';
import { onSignInNeeded, request } from './request.ts';
import { problem, useFakeApi, worker } from './testing/fake-api.ts';
import { serverNow } from './ui/clock.ts';

useFakeApi();
const post = () => request('/api/v1/accounts', { method: 'POST', body: '{}' });

describe('request', () => {
  it('sends a new Idempotency-Key for each press and the same one when the connection was lost', async () => {
    const seen: (string | null)[] = [];
    let lost = true;
    worker.use(
      http.post('/api/v1/accounts', ({ request: { headers } }) => {
        seen.push(headers.get('idempotency-key'));
        if (!lost) return HttpResponse.json({});
        lost = false;
        return HttpResponse.error();
      }),
    );
    await post();
    await post();
    expect(seen).toHaveLength(3);
    expect(seen[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(seen[1]).toBe(seen[0]);
    expect(seen[2]).not.toBe(seen[0]);
  });

  it('does not repeat a change that is no POST', async () => {
    let calls = 0;
    worker.use(http.delete('/api/v1/things', () => (calls++, HttpResponse.error())));
    const error = await request('/api/v1/things', { method: 'DELETE' }).catch(asProblem);
    expect(error).toMatchObject({ code: 'network' });
    expect(calls).toBe(1);
  });

  it('never calls another origin', async () => {
    await expect(request('https://example.com/api/v1/me')).rejects.toThrow('own origin');
  });

  it('waits for sign-in over the page and goes on with the same call', async () => {
    let signedIn = false;
    worker.use(
      http.post('/api/v1/accounts', () =>
        signedIn ? HttpResponse.json({ ok: true }) : problem(401, 'auth.required'),
      ),
    );
    const stop = onSignInNeeded(() => Promise.resolve((signedIn = true)));
    expect((await post()).status).toBe(200);
    stop();
    signedIn = false;
    expect((await post()).status).toBe(401);
  });

  it('reads fields, facts and waiting time of a problem', async () => {
    const read = await readProblem(
      problem(
        422,
        'validation.failed',
        { fields: { email: 'Not an address.' }, limit: 10 },
        { 'retry-after': '30' },
      ),
    );
    expect(read).toBeInstanceOf(ApiProblem);
    expect(read).toMatchObject({
      status: 422,
      code: 'validation.failed',
      requestId: 'req-1',
      retryAfter: 30,
      fields: [{ field: 'email', message: 'Not an address.' }],
      members: { limit: 10 },
    });
  });

  it("follows the server's clock, not the reader's", async () => {
    const at = (ms: number) =>
      worker.use(
        http.get('/api/v1/clock', () =>
          HttpResponse.json({}, { headers: { date: new Date(ms).toUTCString() } }),
        ),
      );
    at(Date.now() + 3_600_000);
    await request('/api/v1/clock');
    expect(Math.abs(serverNow() - Date.now() - 3_600_000)).toBeLessThan(2_500);
    at(Date.now());
    await request('/api/v1/clock');
    expect(Math.abs(serverNow() - Date.now())).toBeLessThan(2_500);
  });
});
