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
