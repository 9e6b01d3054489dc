import { STREAM_EVENTS } from '@keyholder/domain';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { onLiveEvent } from './live.ts';
import { useFakeApi, worker } from './testing/fake-api.ts';
import { visit } from './testing/render.tsx';

useFakeApi();

it('hears every event that the API sends, and no other', async () => {
  const stream = ['made.up', ...STREAM_EVENTS]
    .map((event) => `event: ${event}\ndata: {"id":"x"}\n\n`)
    .join('');
  worker.use(
    http.get(
      '/api/v1/accounts/:account/events',
      () =>
        new HttpResponse(`retry: 60000\n\n${stream}`, { headers: { 'content-type': 'text/event-stream' } }),
    ),
  );
  const heard: string[] = [];
  const stop = onLiveEvent(({ type }) => void heard.push(type));
  await visit('/bright-lines/sites');
  await expect.poll(() => heard.length).toBeGreaterThanOrEqual(STREAM_EVENTS.length);
  stop();
  expect(heard).toEqual([...STREAM_EVENTS]);
});

it('asks again at once when the stream is refused: whoever was removed meanwhile does not wait for the next poll', async () => {
  let streams = 0;
  let asked = 0;
  worker.use(
    http.get('/api/v1/accounts/:account/events', () => {
      streams += 1;
      return streams === 1
        ? new HttpResponse('retry: 10\n\n', { headers: { 'content-type': 'text/event-stream' } })
        : HttpResponse.json({ code: 'not_found', status: 404 }, { status: 404 });
    }),
    http.get('/api/v1/accounts/:account/sites', () => {
      asked += 1;
      return HttpResponse.json({ items: [], nextCursor: null, total: 0 });
    }),
  );
  await visit('/bright-lines/sites');
  await expect.poll(() => streams).toBe(2);
  // Once for the page itself, once because of the refusal; the poll comes after 15 s only.
  await expect.poll(() => asked, { timeout: 5_000 }).toBeGreaterThan(1);
});
