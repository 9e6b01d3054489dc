import type { SitePermission } from '@keyholder/domain';
import type { POLICY } from '../../http/policy.ts';
import type { Person, Site } from '../../testing/people.ts';

type Policy = typeof POLICY;
/** Every route of a site that one permission opens: a new one does not compile until it says here how it is called. */
export type AreaRoute = {
  [Route in keyof Policy]: Policy[Route] extends { readonly tier: 'site'; readonly needs: SitePermission }
    ? Route
    : never;
}[keyof Policy];

/** How a route is called so that whoever may call it succeeds. */
export interface Call {
  readonly path: string;
  readonly body?: unknown;
}

/** `by` is an Owner of the site and makes what the call needs; `n` is another number each time. */
export type Prepare = (by: Person, site: Site, n: number) => Promise<Call>;

const at = (site: Site, path = '') => `/api/v1/sites/${site.id}${path}`;
const plain =
  (path: string, body?: unknown): Prepare =>
  async (_, site) => ({ path: at(site, path), body });

/** Makes one under `path` and calls it by its id. */
const onNew =
  (path: string, made: (n: number) => unknown, after = '', body?: unknown): Prepare =>
  async (by, site, n) => {
    const answer = await by.post(at(site, path), made(n));
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return { path: at(site, `${path}/${answer.body.id}${after}`), body };
  };

const page = (n: number) => ({ title: `Title ${n}` });
const redirect = (n: number) => ({ path: `/from-${n}`, target: '/to' });
const form = (n: number) => ({ name: `Form ${n}`, fields: [{ key: 'name', label: 'Name', kind: 'text' }] });
const order = (n: number) => ({
  ...{ number: `M-${n}`, currency: 'EUR', total: 100 },
  customer: { name: 'Ada', email: 'ada@customers.example' },
  lines: [{ title: 'Coffee', quantity: 1, unitPrice: 100 }],
});
const key = (n: number) => ({ name: `Key ${n}`, permissions: ['site.view'] });
const invitation = (n: number) => ({ email: `matrix-${n}@people.example`, role: 'developer' });
const creating =
  (path: string, made: (n: number) => unknown): Prepare =>
  async (_, site, n) => ({ path: at(site, path), body: made(n) });

const oneSubmission: Prepare = async (by, site, n) => {
  const { body } = await by.post(at(site, '/forms'), form(n));
  await by.post(body.intake, { name: 'Somebody' });
  const [only] = (await by.get(at(site, `/submissions?form=${body.id}`))).body.items;
  return { path: at(site, `/submissions/${only.id}`) };
};
const pageTexts: Prepare = async (by, site, n) => {
  const { body } = await by.post(at(site, '/pages'), page(n));
  return { path: at(site, `/seo/${body.id}`), body: { title: `Found ${n}` } };
};
const savedCode: Prepare = async (by, site, n) => {
  const { body } = await by.put(at(site, '/code'), { css: `p { order: ${n} }`, head: '', body: '' });
  return { path: at(site, `/code/history/${body.version}`) };
};

export const AREA_CALLS: Readonly<Record<AreaRoute, Prepare>> = {
  'PATCH /api/v1/sites/:site': async (_, site, n) => ({ path: at(site), body: { name: `Renamed ${n}` } }),
  'DELETE /api/v1/sites/:site': plain('', {}),
  'GET /api/v1/sites/:site/members': plain('/members'),
  'GET /api/v1/sites/:site/activity': plain('/activity'),
  'GET /api/v1/sites/:site/api-keys': plain('/api-keys'),
  'POST /api/v1/sites/:site/api-keys': creating('/api-keys', key),
  'DELETE /api/v1/sites/:site/api-keys/:id': onNew('/api-keys', key),
  'GET /api/v1/sites/:site/analytics': plain('/analytics'),
  'GET /api/v1/sites/:site/forms': plain('/forms'),
  'POST /api/v1/sites/:site/forms': creating('/forms', form),
  'GET /api/v1/sites/:site/forms/:id': onNew('/forms', form),
  'PATCH /api/v1/sites/:site/forms/:id': onNew('/forms', form, '', { state: 'closed' }),
  'DELETE /api/v1/sites/:site/forms/:id': onNew('/forms', form),
  'GET /api/v1/sites/:site/submissions': plain('/submissions'),
  'GET /api/v1/sites/:site/submissions.csv': plain('/submissions.csv'),
  'GET /api/v1/sites/:site/submissions/:id': oneSubmission,
  'GET /api/v1/sites/:site/orders': plain('/orders'),
  'POST /api/v1/sites/:site/orders': creating('/orders', order),
  'GET /api/v1/sites/:site/orders/:id': onNew('/orders', order),
  'PATCH /api/v1/sites/:site/orders/:id': onNew('/orders', order, '', { status: 'paid' }),
  'GET /api/v1/sites/:site/settings': plain('/settings'),
  'PATCH /api/v1/sites/:site/settings': plain('/settings', { language: 'de' }),
  'GET /api/v1/sites/:site/pages': plain('/pages'),
  'POST /api/v1/sites/:site/pages': creating('/pages', page),
  'GET /api/v1/sites/:site/pages/:id': onNew('/pages', page),
  'PATCH /api/v1/sites/:site/pages/:id': onNew('/pages', page, '', { body: 'Other' }),
  'DELETE /api/v1/sites/:site/pages/:id': onNew('/pages', page),
  'POST /api/v1/sites/:site/pages/:id/publish': onNew('/pages', page, '/publish'),
  'POST /api/v1/sites/:site/pages/:id/unpublish': onNew('/pages', page, '/unpublish'),
  'GET /api/v1/sites/:site/posts': plain('/posts'),
  'POST /api/v1/sites/:site/posts': creating('/posts', page),
  'GET /api/v1/sites/:site/posts/:id': onNew('/posts', page),
  'PATCH /api/v1/sites/:site/posts/:id': onNew('/posts', page, '', { body: 'Other' }),
  'DELETE /api/v1/sites/:site/posts/:id': onNew('/posts', page),
  'POST /api/v1/sites/:site/posts/:id/publish': onNew('/posts', page, '/publish'),
  'POST /api/v1/sites/:site/posts/:id/unpublish': onNew('/posts', page, '/unpublish'),
  'GET /api/v1/sites/:site/seo': plain('/seo'),
  'PATCH /api/v1/sites/:site/seo/:pageId': pageTexts,
  'GET /api/v1/sites/:site/redirects': plain('/redirects'),
  'POST /api/v1/sites/:site/redirects': creating('/redirects', redirect),
  'POST /api/v1/sites/:site/redirects/import': async (_, site, n) => ({
    path: at(site, '/redirects/import'),
    body: { rows: [redirect(n)] },
  }),
  'GET /api/v1/sites/:site/redirects/:id': onNew('/redirects', redirect),
  'PATCH /api/v1/sites/:site/redirects/:id': onNew('/redirects', redirect, '', { target: '/other' }),
  'DELETE /api/v1/sites/:site/redirects/:id': onNew('/redirects', redirect),
  'GET /api/v1/sites/:site/code': plain('/code'),
  'PUT /api/v1/sites/:site/code': async (_, site, n) => ({
    path: at(site, '/code'),
    body: { css: `p { order: ${n} }`, head: '', body: '' },
  }),
  'GET /api/v1/sites/:site/code/history': plain('/code/history'),
  'GET /api/v1/sites/:site/code/history/:version': savedCode,
  'GET /api/v1/sites/:site/invitations': plain('/invitations'),
  'GET /api/v1/sites/:site/invitations/:id': onNew('/invitations', invitation),
};
