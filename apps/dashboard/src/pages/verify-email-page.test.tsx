import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

it('confirms an address by its button only, with the token in the body and never in an address', async () => {
  const calls: { url: string; body: unknown }[] = [];
  worker.use(
    http.all('/api/auth/*', async ({ request }) => {
      calls.push({ url: request.url, body: request.method === 'POST' ? await request.json() : null });
      return HttpResponse.json({ status: 'verified' });
    }),
  );
  history.replaceState(null, '', '/verify-email#secret.token');
  const screen = await visit('/verify-email');
  const confirm = screen.getByRole('button', { name: 'Confirm and sign in' });
  await expect.element(confirm).toBeVisible();
  expect(calls).toEqual([]);
  await confirm.click();
  await expect
    .poll(() => calls)
    .toEqual([{ url: `${location.origin}/api/auth/verify-email`, body: { token: 'secret.token' } }]);
});
