import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';
import { ADMIN, listed, worksAs } from '../testing/site-admin.ts';

useFakeApi();

const redirect = (id: string, path: string, target: string) => ({
  ...{ id, path, target, status: 301, etag: '"1"' },
  ...{ createdAt: '2026-11-01T09:00:00.000Z', updatedAt: '2026-11-02T09:00:00.000Z' },
  updatedBy: { id: 'u-2', name: 'Amara Okafor' },
});
const OLD = redirect('r-1', '/old', '/new');
const OTHER = redirect('r-2', '/menu', '/drinks');
/** Two redirects; what a change answers is what is read from then on. */
function areThere() {
  let first: object = OLD;
  const asked: URLSearchParams[] = [];
  worker.use(
    http.get('/api/v1/sites/:site/redirects', ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return listed([first, OTHER]);
    }),
    http.get('/api/v1/sites/:site/redirects/:id', ({ params }) =>
      params['id'] === 'r-1'
        ? HttpResponse.json(first)
        : params['id'] === 'r-2'
          ? HttpResponse.json(OTHER)
          : problem(404, 'not_found'),
    ),
  );
  return { asked, becomes: (next: object) => HttpResponse.json((first = next)) };
}

describe('redirects in Site Admin', () => {
  it('lists them with their kind in words, sorted and searched in the address', async () => {
    worksAs('seo_specialist');
    const { asked } = areThere();
    const screen = await visit(`${ADMIN}/redirects`);
    await expect.element(screen.getByRole('row', { name: /\/old \/new For good/ })).toBeVisible();
    await screen.getByRole('button', { name: 'Last changed' }).click();
    await expect.poll(() => asked.at(-1)?.get('sort')).toBe('-updated');
    await screen.getByRole('searchbox', { name: 'Find a redirect' }).fill('old');
    await expect.poll(() => asked.at(-1)?.get('q')).toBe('old');
    expect(screen.router.state.location.search).toMatchObject({ q: 'old', sort: '-updated' });
  });

  it('says that there are none, and adds one after its faults are mended', async () => {
    worksAs('seo_specialist');
    const sent: unknown[] = [];
    worker.use(
      http.get('/api/v1/sites/:site/redirects', () => listed(sent.length === 0 ? [] : [OLD])),
      http.post('/api/v1/sites/:site/redirects', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(OLD, { status: 201 });
      }),
    );
    const screen = await visit(`${ADMIN}/redirects`);
    await expect.element(screen.getByText(/^No redirects yet\./)).toBeVisible();
    await screen.getByRole('button', { name: 'New redirect' }).click();
    await screen.getByRole('button', { name: 'Add redirect' }).click();
    await expect.element(screen.getByText(/Write a path of this site/)).toBeVisible();
    await expect.element(screen.getByRole('textbox', { name: 'From' })).toHaveFocus();
    await screen.getByRole('textbox', { name: 'From' }).fill(' /old ');
    await screen.getByRole('textbox', { name: 'To' }).fill('javascript:alert(1)');
    await screen.getByRole('radio', { name: 'For now' }).click();
    await screen.getByRole('button', { name: 'Add redirect' }).click();
    await expect.element(screen.getByText(/Write a path, like \/new-page/)).toBeVisible();
    expect(sent).toEqual([]);
    await screen.getByRole('textbox', { name: 'To' }).fill('/new');
    await screen.getByRole('button', { name: 'Add redirect' }).click();
    await expect.element(screen.getByRole('link', { name: '/old' })).toBeVisible();
    expect(sent).toEqual([{ path: '/old', target: '/new', status: 302 }]);
    expect(screen.router.state.location.search).toEqual({});
  });

  it('opens the redirect that has the path already, and tells a circle by its steps', async () => {
    worksAs('seo_specialist');
    areThere();
    let answer = problem(409, 'redirect.loop', { hops: ['/a', '/b', '/a'] });
    worker.use(http.post('/api/v1/sites/:site/redirects', () => answer));
    const screen = await visit(`${ADMIN}/redirects?new=1`);
    await screen.getByRole('textbox', { name: 'From' }).fill('/menu');
    await screen.getByRole('textbox', { name: 'To' }).fill('/b');
    await screen.getByRole('button', { name: 'Add redirect' }).click();
    await expect.element(screen.getByText('This would go round in a circle: /a → /b → /a')).toBeVisible();
    answer = problem(409, 'redirect.already_exists', { path: '/menu', target: '/drinks' });
    await screen.getByRole('button', { name: 'Add redirect' }).click();
    await expect.element(screen.getByText('/menu is redirected already, to /drinks.')).toBeVisible();
    await screen.getByRole('button', { name: 'Open that redirect' }).click();
    await expect.element(screen.getByRole('dialog', { name: 'Redirect of /menu' })).toBeVisible();
    expect(screen.router.state.location.href).toBe(`${ADMIN}/redirects/r-2`);
  });

  it('saves what was changed over what was seen; somebody else’s change leaves both ways on', async () => {
    worksAs('seo_specialist');
    const { becomes } = areThere();
    const sent: unknown[] = [];
    worker.use(
      http.patch('/api/v1/sites/:site/redirects/:id', async ({ request }) => {
        const change = (await request.json()) as object;
        sent.push([request.headers.get('if-match'), change]);
        return sent.length === 1
          ? problem(412, 'content.changed', { current: { ...OLD, target: '/theirs', etag: '"2"' } })
          : becomes({ ...OLD, ...change, etag: '"3"' });
      }),
    );
    const screen = await visit(`${ADMIN}/redirects/r-1`);
    await screen.getByRole('textbox', { name: 'To' }).fill('/mine');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText(/It leads to \/theirs now/)).toBeVisible();
    await screen.getByRole('button', { name: 'Save mine' }).click();
    await expect.element(screen.getByText('Saved the redirect of /old.')).toBeVisible();
    expect(sent).toEqual([
      ['"1"', { target: '/mine' }],
      ['"2"', { target: '/mine' }],
    ]);
  });

  it('deletes what was shown once it is confirmed', async () => {
    worksAs('seo_specialist');
    areThere();
    const tags: (string | null)[] = [];
    worker.use(
      http.delete('/api/v1/sites/:site/redirects/:id', ({ request }) => {
        tags.push(request.headers.get('if-match'));
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const screen = await visit(`${ADMIN}/redirects/r-1`);
    await screen.getByRole('button', { name: 'Delete redirect' }).click();
    const question = screen.getByRole('alertdialog', { name: 'Delete the redirect of /old?' });
    await question.getByRole('button', { name: 'Delete redirect' }).click();
    await expect.element(screen.getByText('Deleted the redirect of /old.')).toBeVisible();
    expect(tags).toEqual(['"1"']);
    await expect.poll(() => screen.router.state.location.pathname).toBe(`${ADMIN}/redirects`);
  });

  it('says that a redirect is gone, and only shows one to whoever may not write', async () => {
    worksAs('seo_specialist', { without: 'redirects.write' });
    areThere();
    const screen = await visit(`${ADMIN}/redirects/r-9`);
    await expect.element(screen.getByText('This redirect is no longer here.')).toBeVisible();
    await screen.getByRole('button', { name: 'All redirects' }).click();
    await expect.element(screen.getByRole('link', { name: '/old' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'New redirect' }).elements()).toEqual([]);
    await screen.getByRole('link', { name: '/old' }).click();
    await expect.element(screen.getByText(/You can see redirects here/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save changes' }).elements()).toEqual([]);
  });
});
