import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';
import { ADMIN, listed, worksAs } from '../testing/site-admin.ts';

useFakeApi();
afterEach(() => sessionStorage.clear());

const ABOUT = {
  id: 'page-1',
  title: 'About us',
  slug: 'about-us',
  status: 'draft',
  publishedAt: null,
  createdAt: '2026-11-01T09:00:00.000Z',
  updatedAt: '2026-11-02T09:00:00.000Z',
  updatedBy: { id: 'u-2', name: 'Amara Okafor' },
  etag: '"1"',
  body: '# Hello\n\n<script>alert(1)</script>\n\n[bad](javascript:alert(1))',
};
/** One page; what a change answers is what is read from then on. */
function isThere() {
  let page: object = ABOUT;
  worker.use(
    http.get('/api/v1/sites/:site/pages', () => listed([page])),
    http.get('/api/v1/sites/:site/pages/:id', () => HttpResponse.json(page)),
  );
  return (next: object) => HttpResponse.json((page = next));
}
const edit = async () => {
  const screen = await visit(`${ADMIN}/pages/page-1`);
  await expect.element(screen.getByRole('textbox', { name: 'Text' })).toBeVisible();
  return screen;
};

describe('pages in Site Admin', () => {
  it('lists them, and opens one from its row', async () => {
    worksAs('content_editor');
    isThere();
    const screen = await visit(`${ADMIN}/pages`);
    await screen.getByRole('link', { name: 'About us' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'About us' })).toBeVisible();
    expect(screen.router.state.location.pathname).toBe(`${ADMIN}/pages/page-1`);
  });

  it('says that there are none, and starts one from a title', async () => {
    worksAs('content_editor');
    const sent: unknown[] = [];
    worker.use(
      http.get('/api/v1/sites/:site/pages', () => listed([])),
      http.post('/api/v1/sites/:site/pages', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(ABOUT, { status: 201 });
      }),
      http.get('/api/v1/sites/:site/pages/:id', () => HttpResponse.json(ABOUT)),
    );
    const screen = await visit(`${ADMIN}/pages`);
    await expect.element(screen.getByText('No pages yet.')).toBeVisible();
    await screen.getByRole('button', { name: 'New page' }).first().click();
    await screen.getByRole('button', { name: 'Create page' }).click();
    await expect.element(screen.getByText('Give it a title.')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Title' }).fill('About us');
    await screen.getByRole('button', { name: 'Create page' }).click();
    await expect.poll(() => screen.router.state.location.pathname).toBe(`${ADMIN}/pages/page-1`);
    expect(sent).toEqual([{ title: 'About us' }]);
  });

  it('shows the Markdown without anything that could run', async () => {
    worksAs('content_editor');
    isThere();
    const screen = await edit();
    await screen.getByRole('button', { name: 'Preview' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Hello' })).toBeVisible();
    const prose = document.querySelector('.prose')!;
    expect(prose.querySelector('script')).toBeNull();
    expect(prose.querySelector('a')?.getAttribute('href')).toBe('');
    expect(prose.textContent).toContain('<script>alert(1)</script>');
  });

  it('saves what was changed over what was seen, and publishes only what is saved', async () => {
    worksAs('content_editor');
    const becomes = isThere();
    const asked: [string, string | null, unknown][] = [];
    worker.use(
      http.patch('/api/v1/sites/:site/pages/:id', async ({ request }) => {
        asked.push(['save', request.headers.get('if-match'), await request.json()]);
        return becomes({ ...ABOUT, body: 'New', etag: '"2"' });
      }),
      http.post('/api/v1/sites/:site/pages/:id/publish', ({ request }) => {
        asked.push(['publish', request.headers.get('if-match'), null]);
        return becomes({
          ...ABOUT,
          body: 'New',
          etag: '"3"',
          status: 'published',
          publishedAt: ABOUT.updatedAt,
        });
      }),
    );
    const screen = await edit();
    await screen.getByRole('textbox', { name: 'Text' }).fill('New');
    await screen.getByRole('button', { name: 'Publish' }).click({ force: true });
    expect(asked).toEqual([]);
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText('Saved About us.')).toBeVisible();
    await screen.getByRole('button', { name: 'Publish' }).click();
    await expect.element(screen.getByRole('button', { name: 'Back to draft' })).toBeVisible();
    expect(asked).toEqual([
      ['save', '"1"', { body: 'New' }],
      ['publish', '"2"', null],
    ]);
  });

  it('shows that somebody saved meanwhile, and both ways on', async () => {
    worksAs('content_editor');
    const becomes = isThere();
    const theirs = { ...ABOUT, title: 'About them', etag: '"2"' };
    const tags: (string | null)[] = [];
    worker.use(
      http.patch('/api/v1/sites/:site/pages/:id', ({ request }) => {
        tags.push(request.headers.get('if-match'));
        return tags.length === 1
          ? problem(412, 'content.changed', { current: theirs })
          : becomes({ ...theirs, body: 'Mine', etag: '"3"' });
      }),
    );
    const screen = await edit();
    await screen.getByRole('textbox', { name: 'Text' }).fill('Mine');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText('Somebody else changed this meanwhile.')).toBeVisible();
    await expect.element(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('Mine');
    await screen.getByRole('button', { name: 'Save mine' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'About them' })).toBeVisible();
    expect(tags).toEqual(['"1"', '"2"']);
  });

  it('keeps what was written when the page is loaded again, and throws it away when asked', async () => {
    worksAs('content_editor');
    isThere();
    const first = await edit();
    await first.getByRole('textbox', { name: 'Text' }).fill('Half a sentence');
    await first.unmount();
    const screen = await edit();
    await expect.element(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('Half a sentence');
    await screen.getByRole('button', { name: 'Discard them' }).click();
    await expect.element(screen.getByRole('textbox', { name: 'Text' })).toHaveValue(ABOUT.body);
  });

  it('hands the unsaved text over when the role is taken away meanwhile', async () => {
    worksAs('content_editor');
    isThere();
    const screen = await edit();
    await screen.getByRole('textbox', { name: 'Text' }).fill('Not saved yet');
    worksAs('seo_specialist');
    await screen.router.options.context.queryClient.invalidateQueries();
    await expect
      .element(screen.getByRole('heading', { level: 1, name: 'Pages is not part of SEO Specialist.' }))
      .toBeVisible();
    await expect
      .element(screen.getByRole('textbox', { name: 'Text of About us' }))
      .toHaveValue('Not saved yet');
  });
});
