import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';
import { ADMIN, listed, worksAs } from '../testing/site-admin.ts';

useFakeApi();

const missing = (from: number, to: number) => ({ length: 0, verdict: 'missing', from, to });
const SEO = {
  page: { id: 'page-1', title: 'About us', slug: 'about-us', status: 'published' },
  ...{ title: null, description: null, robots: 'index,follow', etag: '"1"' },
  hints: { title: missing(30, 60), description: missing(70, 160) },
  missing: ['title', 'description'],
};
const isThere = () => {
  let seo: object = SEO;
  const asked: URLSearchParams[] = [];
  worker.use(
    http.get('/api/v1/sites/:site/seo', ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return listed([seo]);
    }),
  );
  return { asked, becomes: (next: object) => HttpResponse.json((seo = next)) };
};

describe('SEO in Site Admin', () => {
  it('lists what is missing, filtered in the address', async () => {
    worksAs('seo_specialist');
    const { asked } = isThere();
    const screen = await visit(`${ADMIN}/seo`);
    await expect.element(screen.getByRole('link', { name: 'About us' })).toBeVisible();
    expect(screen.getByText('Missing').elements()).toHaveLength(2);
    await screen.getByRole('combobox', { name: 'Show' }).click();
    await screen.getByRole('option', { name: 'Title missing' }).click();
    await expect.poll(() => asked.at(-1)?.get('missing')).toBe('title');
    expect(screen.router.state.location.search).toMatchObject({ kind: 'title' });
  });

  it('counts while it is typed, and saves what was changed over what was seen', async () => {
    worksAs('seo_specialist');
    const { becomes } = isThere();
    const sent: unknown[] = [];
    worker.use(
      http.patch('/api/v1/sites/:site/seo/:page', async ({ request }) => {
        const change = (await request.json()) as object;
        sent.push([request.headers.get('if-match'), change]);
        return becomes({ ...SEO, ...change, etag: '"2"' });
      }),
    );
    const screen = await visit(`${ADMIN}/seo/page-1`);
    const drawer = screen.getByRole('dialog', { name: 'About us' });
    await drawer.getByRole('textbox', { name: 'Title' }).fill('Coffee roasted by hand in the harbour');
    await expect.element(drawer.getByText(/37 characters; 30 to 60 are shown in full/)).toBeVisible();
    await expect.element(drawer.getByText('Good', { exact: true })).toBeVisible();
    await drawer.getByRole('button', { name: 'Save changes' }).click();
    await expect
      .element(screen.getByText('Saved what search engines are told about About us.'))
      .toBeVisible();
    expect(sent).toEqual([['"1"', { title: 'Coffee roasted by hand in the harbour' }]]);
  });
});
