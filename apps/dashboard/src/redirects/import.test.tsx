import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';
import { ADMIN, listed, worksAs } from '../testing/site-admin.ts';

useFakeApi();

interface Asked {
  rows: { path: string; target: string; status: string }[];
  dryRun: boolean;
}
/** Takes every line but those that lead to themselves or from where something leads already. */
function takesLists() {
  const asked: Asked[] = [];
  worker.use(
    http.get('/api/v1/sites/:site/redirects', () => listed([])),
    http.post('/api/v1/sites/:site/redirects/import', async ({ request }) => {
      const body = (await request.json()) as Asked;
      asked.push(body);
      const results = body.rows.map(({ path, target, status }, row) => {
        const redirect = { path, target, status: Number(status || 301) };
        if (path === target)
          return { row, status: 'refused', code: 'redirect.loop', hops: [path, target], redirect };
        if (path === '/taken') return { row, status: 'refused', code: 'redirect.already_exists', redirect };
        return path.startsWith('/')
          ? { row, status: 'ok', redirect }
          : { row, status: 'refused', code: 'validation.failed', fields: { path: 'Write a path.' } };
      });
      return HttpResponse.json({ results });
    }),
  );
  return asked;
}
const open = async () => {
  worksAs('seo_specialist');
  const asked = takesLists();
  const screen = await visit(`${ADMIN}/redirects`);
  await screen.getByRole('button', { name: 'Paste a list' }).click();
  return { asked, screen, list: screen.getByRole('textbox', { name: 'Redirects' }) };
};

describe('Pasting a list of redirects', () => {
  it('judges each line before anything is added, then sends the same lines and tells which were refused', async () => {
    const { asked, screen, list } = await open();
    await list.fill('/a,/b,302\n/loop,/loop\n/taken,/b\nnope,/b');
    await screen.getByRole('button', { name: 'Check 4 lines' }).click();
    await expect.element(screen.getByText('1 ready, 3 not.')).toBeVisible();
    await expect.element(screen.getByText('This would go round in a circle: /loop → /loop')).toBeVisible();
    await expect.element(screen.getByText('Write a path.')).toBeVisible();
    expect(asked.map(({ dryRun }) => dryRun)).toEqual([true]);
    await screen.getByRole('button', { name: 'Add 1 redirect' }).click();
    await expect.element(screen.getByText('1 added, 3 not.')).toBeVisible();
    expect(asked.map(({ dryRun }) => dryRun)).toEqual([true, false]);
    expect(asked[1]?.rows).toEqual(asked[0]?.rows);
    await expect.element(screen.getByRole('cell', { name: 'nope' }).first()).toBeVisible();
    expect(screen.getByRole('cell', { name: '/a' }).elements()).toEqual([]);
    await screen.getByRole('button', { name: 'Change these lines' }).click();
    await expect.element(list).toHaveValue(expect.stringContaining('nope,/b,,Write a path.'));
    await expect.element(screen.getByRole('button', { name: 'Check 3 lines' })).toBeVisible();
  });

  it('sends nothing while no line is good, and nothing at all without a line', async () => {
    const { asked, screen, list } = await open();
    await screen.getByRole('button', { name: 'Check the list' }).click();
    await expect.element(screen.getByText('Paste or type at least one line.')).toBeVisible();
    expect(asked).toEqual([]);
    await list.fill('nope,/b');
    await screen.getByRole('button', { name: 'Check 1 line' }).click();
    await screen.getByRole('button', { name: 'Add 0 redirects' }).click();
    await expect.element(screen.getByText(/No line can be added/)).toBeVisible();
    expect(asked).toHaveLength(1);
  });

  it('takes 500 lines and says how many it leaves out', async () => {
    const { asked, screen, list } = await open();
    await list.fill(Array.from({ length: 502 }, (_, at) => `/p${at},/b`).join('\n'));
    await screen.getByRole('button', { name: 'Check 500 lines' }).click();
    await expect.element(screen.getByText(/2 lines are left out/)).toBeVisible();
    expect(asked[0]?.rows).toHaveLength(500);
  });
});
