import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ME, problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { ALEX, siteIsThere, SITE_HERE } from '../testing/invitation.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();
beforeEach(() => localStorage.removeItem('keyholder.account'));
afterEach(() => localStorage.removeItem('keyholder.account'));
const HERE = '/admin/bright-lines/northwind-coffee';
const HARBOUR = { ...ALEX.sites[0]!, id: 'site-2', slug: 'harbour-dental', name: 'Harbour Dental' };
const isMe = (me: unknown) => worker.use(http.get('/api/v1/me', () => HttpResponse.json(me as object)));
const gone = () =>
  worker.use(http.get('/api/v1/accounts/:account/sites/:site', () => problem(404, 'not_found')));

describe('the start of a site', () => {
  it('says what the role can do, what it opens and whom to ask', async () => {
    siteIsThere();
    const screen = await visit(HERE);
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Northwind Coffee' })).toBeVisible();
    await expect.element(screen.getByText('You can write, edit and publish pages and posts.')).toBeVisible();
    await expect.element(screen.getByText('You cannot change site settings or manage people.')).toBeVisible();
    const areas = screen.getByRole('list', { name: 'Your role opens' });
    expect(
      areas
        .getByRole('listitem')
        .elements()
        .map((item) => item.textContent),
    ).toEqual(['Pages', 'Posts', 'Members']);
    const areaLinks = screen.getByRole('list', { name: 'Areas' }).getByRole('link');
    expect(areaLinks.elements().map((each) => [each.textContent, each.getAttribute('href')])).toEqual([
      ['Overview', HERE],
      ['Pages', `${HERE}/pages`],
      ['Posts', `${HERE}/posts`],
      ['Members', `${HERE}/members`],
    ]);
    const ask = screen.getByRole('link', { name: 'Ask Amara Okafor' });
    await expect.element(ask).toBeVisible();
    const mail = new URL(ask.element().getAttribute('href')!);
    expect(mail.pathname).toBe('amara%40northwindcoffee.com');
    expect(mail.searchParams.get('subject')).toBe('My access to Northwind Coffee');
    expect(mail.searchParams.get('body')).toContain('I am Content Editor on Northwind Coffee');
    await expect
      .element(screen.getByRole('link', { name: 'See all members' }))
      .toHaveAttribute('href', `${HERE}/members`);
    expect(screen.getByText(/^Welcome/).query()).toBeNull();
  });

  it('says that access has ended, and where the person still is', async () => {
    siteIsThere();
    const screen = await visit(HERE);
    await expect.element(screen.getByText('Who runs this site')).toBeVisible();
    gone();
    isMe({ ...ALEX, sites: [HARBOUR] });
    await screen.router.options.context.queryClient.invalidateQueries();
    await expect
      .element(
        screen.getByRole('heading', { level: 1, name: 'You no longer have access to Northwind Coffee.' }),
      )
      .toBeVisible();
    await expect
      .element(screen.getByRole('list', { name: 'Your sites' }).getByRole('link'))
      .toHaveAttribute('href', '/admin/bright-lines/harbour-dental');
    expect(screen.getByText('Who runs this site').query()).toBeNull();
  });

  it('says so too when the account has gone with the last site', async () => {
    siteIsThere();
    const screen = await visit(HERE);
    await expect.element(screen.getByText('Who runs this site')).toBeVisible();
    gone();
    isMe({ ...ALEX, accounts: [], sites: [] });
    await screen.router.options.context.queryClient.invalidateQueries();
    await expect
      .element(
        screen.getByRole('heading', { level: 1, name: 'You no longer have access to Northwind Coffee.' }),
      )
      .toBeVisible();
    await expect.element(screen.getByRole('link', { name: 'Your profile' })).toBeVisible();
  });

  it('reads like nothing to somebody who was never there', async () => {
    isMe(ALEX);
    gone();
    const screen = await visit('/admin/bright-lines/harbour-dental');
    await expect
      .element(screen.getByRole('heading', { name: 'There is nothing here that you can see' }))
      .toBeVisible();
  });

  it('shows somebody without a role on it the way through the account', async () => {
    siteIsThere();
    isMe(ME);
    worker.use(
      http.get('/api/v1/accounts/:account/sites/:site', () =>
        HttpResponse.json({ ...SITE_HERE, role: null, surfaces: [], permissions: [] }),
      ),
    );
    const screen = await visit(HERE);
    await expect
      .element(screen.getByRole('heading', { level: 1, name: 'You have no role on Northwind Coffee' }))
      .toBeVisible();
    await expect
      .element(screen.getByRole('link', { name: 'Open it in the account' }))
      .toHaveAttribute('href', '/bright-lines/sites/northwind-coffee');
  });
});

describe('an area that the role does not open', () => {
  it('says which role lacks it, who can help and where to go instead', async () => {
    siteIsThere();
    const screen = await visit(`${HERE}/orders`);
    await expect
      .element(screen.getByRole('heading', { level: 1, name: 'Orders is not part of Content Editor.' }))
      .toBeVisible();
    await expect.element(screen.getByText(/^You can use Pages and Posts here\./)).toBeVisible();
    const ask = screen.getByRole('link', { name: 'Amara Okafor' });
    await expect.element(ask).toBeVisible();
    expect(new URL(ask.element().getAttribute('href')!).searchParams.get('body')).toContain(
      'I need Orders on Northwind Coffee',
    );
    await expect
      .element(screen.getByRole('link', { name: 'Go to Pages' }))
      .toHaveAttribute('href', `${HERE}/pages`);
  });

  it('reads like nothing when there is no such area', async () => {
    siteIsThere();
    const screen = await visit(`${HERE}/nonsense`);
    await expect
      .element(screen.getByRole('heading', { name: 'There is nothing here that you can see' }))
      .toBeVisible();
  });
});

describe('members in Site Admin', () => {
  it('is the same panel at addresses of its own, the drawer over it', async () => {
    siteIsThere();
    const screen = await visit(`${HERE}/members?role=nobody`);
    const amara = screen.getByRole('table').getByRole('link', { name: 'Amara Okafor' });
    await expect.element(amara).toBeVisible();
    expect(screen.getByRole('link', { name: 'Invite Member' }).query()).toBeNull();
    await amara.click();
    await expect.element(screen.getByRole('dialog', { name: 'Amara Okafor' })).toBeVisible();
    expect(screen.router.state.location.pathname).toBe(`${HERE}/members/u-2`);
    await screen.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => screen.router.state.location.pathname).toBe(`${HERE}/members`);
  });
});

describe('a role that changes while somebody works', () => {
  it('is said, and the navigation follows', async () => {
    siteIsThere();
    const screen = await visit(HERE);
    await expect.element(screen.getByText('Who runs this site')).toBeVisible();
    worker.use(
      http.get('/api/v1/accounts/:account/sites/:site', () =>
        HttpResponse.json({
          ...SITE_HERE,
          role: 'seo_specialist',
          surfaces: [
            ...SITE_HERE.surfaces.filter(({ key }) => key === 'overview' || key === 'members'),
            { key: 'seo', label: 'SEO', href: `${HERE}/seo` },
          ],
        }),
      ),
    );
    await screen.router.options.context.queryClient.invalidateQueries();
    await expect.element(screen.getByText('Your role here is now SEO Specialist.')).toBeVisible();
    const areas = screen.getByRole('list', { name: 'Areas' });
    await expect.element(areas.getByRole('link', { name: 'SEO' })).toBeVisible();
    expect(areas.getByRole('link', { name: 'Pages' }).query()).toBeNull();
  });
});

describe('where people land', () => {
  const other = { id: 'acc-2', slug: 'clay', name: 'Clay Studio', role: 'viewer' };
  it.each([
    ['an account owner', ME, '/bright-lines'],
    ['a collaborator with one site', ALEX, HERE],
    ['a collaborator with two sites', { ...ALEX, sites: [...ALEX.sites, HARBOUR] }, '/bright-lines'],
    ['a collaborator without a site', { ...ALEX, sites: [] }, '/me/memberships'],
    [
      'a collaborator without a site who also has an account',
      { ...ALEX, sites: [], accounts: [...ALEX.accounts, other] },
      '/clay',
    ],
    ['a person without anything', { ...ALEX, accounts: [], sites: [] }, '/new-account'],
  ])('leads %s to %s', async (_, me, path) => {
    siteIsThere();
    isMe(me);
    const screen = await visit('/');
    await expect.poll(() => screen.router.state.location.pathname).toBe(path);
  });

  it('goes to the account used last', async () => {
    isMe({ ...ME, accounts: [...ME.accounts, other] });
    localStorage.setItem('keyholder.account', 'acc-2');
    const screen = await visit('/');
    await expect.poll(() => screen.router.state.location.pathname).toBe('/clay');
  });

  it('shows a collaborator their sites and no area they do not have', async () => {
    isMe({ ...ALEX, sites: [...ALEX.sites, HARBOUR] });
    const screen = await visit('/');
    const menu = screen.getByRole('navigation', { name: 'Main' });
    await expect.element(menu.getByRole('link', { name: 'Harbour Dental' })).toBeVisible();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Sites' })).toBeVisible();
    expect(menu.getByRole('link', { name: 'Overview' }).query()).toBeNull();
    expect(menu.getByRole('link', { name: 'Members' }).query()).toBeNull();
  });
});
