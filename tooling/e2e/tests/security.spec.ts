import type { Page } from '@playwright/test';
import { found, type Agency } from '../agency.ts';
import type { RunningApp } from '../app.ts';
import { call } from '../call.ts';
import { linkIn, newPerson, signIn, signUp } from '../people.ts';
import { row } from '../parts.ts';
import { expect, test } from '../test.ts';

// Every test of this suite fails on a console error, a policy violation or a request to a foreign host (watch.ts);
// here the pages are given something that would cause one.
const MARKUP = `<script>hacked()</script><img src=x onerror=hacked()>`;
const FORMULA = '=1+1';
const ARABIC = 'نورة الحربي';
const WIDE = '漢'.repeat(80);

const agencyOf = (page: Page, app: RunningApp, owner: string, account: string, sites: readonly string[]) =>
  found(page, app, { owner, account, sites });

/** Everything that a member of an account can open, one after the other; answers the texts of all of them. */
async function walk(page: Page, { account, sites, path }: Agency): Promise<string> {
  const [site] = sites;
  if (!site) throw new Error('There is no site to walk');
  const home = `/${account.slug}`;
  const seen: string[] = [];
  for (const stop of [
    home,
    `${home}/sites`,
    `${home}/sites?new=true`,
    path(site),
    path(site, '/members'),
    path(site, '/members?invite=true'),
    path(site, '/members?tab=pending'),
    path(site, '/settings'),
    `${home}/members`,
    `${home}/members?tab=pending`,
    `/admin/${account.slug}/${site.slug}`,
    '/me',
    '/new-account',
  ]) {
    await page.goto(stop);
    // Not by role: behind an open dialog there is none.
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    seen.push(await page.locator('body').innerText());
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(width, `${stop} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  return seen.join('\n');
}

test.describe('[A-060] names are text on every page and in every mail', () => {
  for (const [kind, name] of [
    ['markup', MARKUP],
    ['a formula', FORMULA],
    ['letters from right to left', ARABIC],
    ['80 wide letters', WIDE],
  ] as const) {
    test(kind, async ({ page, app, newVisitor }) => {
      const agency = await agencyOf(page, app, name, name, [name]);
      const [site] = agency.sites as [Agency['sites'][0]];
      const guest = await newVisitor();
      const member = await agency.join(guest, site, name, 'content_editor');
      const text = await walk(page, agency);
      expect(text).toContain(name);
      expect(text).toContain(member.email);
      await page.setViewportSize({ width: 390, height: 800 });
      await walk(page, agency);

      const before = app.inbox.mails.length;
      const jo = newPerson('Jo Acme');
      const { link } = await agency.invite(site, jo, 'developer');
      const mail = await app.inbox.next(jo.email, /invited you/, before);
      expect(mail.html).not.toMatch(/<script|onerror=hacked\(\)>|<img/);
      expect(linkIn(mail, 'invitation')).toBe(link);
      const stranger = await newVisitor();
      await stranger.goto(link);
      await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(`Join ${name} as Developer`);
      expect(await stranger.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    });
  }
});

test('[A-057] Signing out in one tab ends the other, which offers to sign in over the page and goes on', async ({
  page,
  app,
  watch,
}) => {
  watch.expect(/401/);
  const agency = await agencyOf(page, app, 'Sarah Chen', 'Bright Lines Agency', ['Northwind Coffee']);
  const [site] = agency.sites as [Agency['sites'][0]];
  await page.goto(agency.path(site, '/members'));
  await expect(row(page, agency.owner.email)).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`/${agency.account.slug}`);
  await other.getByRole('button', { name: 'Your menu' }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(other).toHaveURL(/\/sign-in/);

  // The ended stream has this tab ask again at once; nobody has to run into it.
  const again = page.getByRole('alertdialog', { name: 'Sign in to go on' });
  await expect(again).toBeVisible();
  await again.getByLabel('Password', { exact: true }).fill(agency.owner.password);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await expect(again).toBeHidden();
  await page.getByRole('link', { name: /^Active/ }).click();
  await expect(row(page, agency.owner.email)).toBeVisible();
});

test('[A-059] Pages and answers carry the headers that keep others out; the session cookie is not for scripts', async ({
  page,
  app,
}) => {
  const sarah = newPerson('Sarah Chen');
  await signUp(page, app, sarah);
  const cookies = await page.context().cookies();
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', domain: 'localhost' });
  for (const path of ['/', '/sign-in', '/invitation', '/api/v1/me', '/no/such/page']) {
    const answer = await page.request.get(`${app.url}${path}`);
    const headers = answer.headers();
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
  }
});

test('[A-058] After sign-in only a place of our own is opened', async ({ page, app, newVisitor }) => {
  const sarah = newPerson('Sarah Chen');
  await signUp(await newVisitor(), app, sarah);
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel('Email').fill(sarah.email);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Password', { exact: true }).fill(sarah.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(`${app.url}/new-account`);
  }
});

test('A signed-out copy of the session cookie opens nothing', async ({ page, app, newVisitor }) => {
  const sarah = newPerson('Sarah Chen');
  await signUp(page, app, sarah);
  const stolen = await page.context().cookies();
  await call(page, app.url, 'POST', '/api/auth/sign-out');
  const thief = await newVisitor();
  await thief.context().addCookies(stolen);
  const answer = await thief.request.get(`${app.url}/api/v1/me`);
  expect(answer.status()).toBe(401);
  await signIn(page, app, sarah);
  expect((await thief.request.get(`${app.url}/api/v1/me`)).status()).toBe(401);
});
