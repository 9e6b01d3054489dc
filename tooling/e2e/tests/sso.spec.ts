import type { Page } from '@playwright/test';
import type { RunningApp } from '../app.ts';
import { found } from '../agency.ts';
import { call } from '../call.ts';
import { linkIn, newPerson, signUp, type Person } from '../people.ts';
import { toast } from '../parts.ts';
import { startProvider, type CompanyProvider } from '../provider.ts';
import { checkScreen } from '../screens.ts';
import { expect, test } from '../test.ts';
import type { Watch } from '../watch.ts';

// A screen is looked at eight times.
test.setTimeout(180_000);

let provider: CompanyProvider;
test.beforeEach(async ({ app }) => {
  provider = await startProvider(app.url);
});
test.afterEach(() => provider.stop());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Sarah's account with the company's provider, its domain proven, set up without the pages. */
async function connected(page: Page, app: RunningApp, watch: Watch, enforced: boolean) {
  // The one place that a page of ours may lead to: the company's own.
  watch.expect(new RegExp(`^foreign host: ${provider.issuer}/`));
  const agency = await found(page, app, { owner: 'Sarah Chen', account: 'Acme', sites: [] });
  const base = `/api/v1/accounts/${agency.account.id}/sso-connections`;
  const { issuer, clientId, clientSecret, domain } = provider;
  const made = await call<{ id: string }>(page, app.url, 'POST', base, {
    ...{ name: 'Acme login', issuer, clientId, clientSecret },
  });
  await call(page, app.url, 'POST', `${base}/${made.id}/domains`, { domain });
  await app.database.proveDomain(domain);
  if (enforced) await call(page, app.url, 'PATCH', `${base}/${made.id}`, { enforced });
  const invite = async (email: string) => {
    const before = app.inbox.mails.length;
    const path = `/api/v1/accounts/${agency.account.id}/invitations`;
    await call(page, app.url, 'POST', path, { email, role: 'member' });
    return linkIn(await app.inbox.next(email, /invited you/, before), 'invitation');
  };
  return { ...agency, invite };
}

async function signInAtCompany(page: Page, login: string) {
  await expect(heading(page)).toHaveText('Company login');
  await page.getByLabel('Login').fill(login);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('[J, K] Invited to the account of a company with SSO: the wrong address creates nothing, the right one is in', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  const { account, invite } = await connected(page, app, watch, true);
  const alex = provider.know('alex', 'Alex Rivera');
  const jo = provider.know('jo', 'Jo Berg');
  const guest = await newVisitor();
  await guest.goto(await invite(alex));
  await expect(heading(guest)).toHaveText('Join Acme as Member');
  await expect(guest.getByRole('button', { name: 'Continue with SSO' })).toBeVisible();
  await expect(guest.getByLabel('Password', { exact: true })).toHaveCount(0);
  await checkScreen(guest, 'invitation-sso');

  await guest.getByRole('button', { name: 'Continue with SSO' }).click();
  await signInAtCompany(guest, 'jo');
  await expect(heading(guest)).toHaveText(`That was ${jo}, the invitation is for ${alex}`);
  await expect(guest.getByText('Nothing was created.')).toBeVisible();
  expect(new URL(guest.url()).pathname + new URL(guest.url()).hash).toBe('/invitation');
  expect(await app.database.peopleAt(provider.domain), 'nothing was created').toBe(0);
  expect((await guest.request.get(`${app.url}/api/v1/me`)).status()).toBe(401);
  await checkScreen(guest, 'invitation-sso-other');

  await guest.getByRole('button', { name: 'Try another account' }).click();
  // The company knows its visitor as Jo: it has to ask again.
  await signInAtCompany(guest, 'alex');
  await expect(heading(guest)).toHaveText('Join Acme as Member');
  await guest.getByRole('button', { name: 'Accept and open Acme' }).click();
  await expect(guest).toHaveURL(new RegExp(`/${account.slug}(/|$)`));
  await expect(guest.getByText('Welcome, Alex.')).toBeVisible();
  expect(await app.database.peopleAt(provider.domain)).toBe(1);
});

test('[S20] Sign-in asks for the address first; a company that requires SSO takes no password but the owner’s', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  watch.expect(/403 .*sign-in\/email/);
  await connected(page, app, watch, true);
  const guest = await newVisitor();
  await guest.goto('/sign-in');
  await guest.getByLabel('Email').fill(`whoever@${provider.domain}`);
  await guest.getByRole('button', { name: 'Continue' }).click();
  await expect(guest.getByText(`${provider.domain} signs in with single sign-on.`)).toBeVisible();
  await expect(guest.getByLabel('Password', { exact: true })).toHaveCount(0);
  await checkScreen(guest, 'sign-in-sso');
  await guest.getByRole('button', { name: 'Account owner? Use your password' }).click();
  await guest.getByLabel('Password', { exact: true }).fill('lantern otter 42 quilt');
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(guest.getByRole('alert')).toContainText('This company signs in with single sign-on.');
  await guest.getByRole('button', { name: 'Continue with SSO' }).click();
  await signInAtCompany(guest, 'whoever');
  await expect(guest.getByRole('alert')).toContainText('There is no login for that address yet.');
  expect(await app.database.peopleAt(provider.domain)).toBe(0);
});

test('Somebody who has a login links it by signing in once as before', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  await connected(page, app, watch, false);
  const rita: Person = { ...newPerson('Rita Vega'), email: provider.know('rita', 'Rita Vega') };
  await signUp(await newVisitor(), app, rita);
  const guest = await newVisitor();
  await guest.goto('/sign-in?next=%2Fme');
  await guest.getByLabel('Email').fill(rita.email);
  await guest.getByRole('button', { name: 'Continue' }).click();
  await guest.getByRole('button', { name: 'Continue with SSO' }).click();
  await signInAtCompany(guest, 'rita');
  await expect(heading(guest)).toHaveText('Connect single sign-on');
  await expect(guest.getByLabel('Email')).toHaveValue(rita.email);
  await checkScreen(guest, 'sign-in-sso-link');
  await guest.getByLabel('Password', { exact: true }).fill(rita.password);
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(guest).toHaveURL(/\/me/);

  const again = await newVisitor();
  await again.goto('/sign-in');
  await again.getByLabel('Email').fill(rita.email);
  await again.getByRole('button', { name: 'Continue' }).click();
  await again.getByRole('button', { name: 'Continue with SSO' }).click();
  await signInAtCompany(again, 'rita');
  await expect(again).toHaveURL(/\/new-account/);
});

test('An admin adds the provider, proves a domain and requires it', async ({ page, app, watch }) => {
  watch.expect(/409 .*verify/);
  const { account } = await found(page, app, { owner: 'Sarah Chen', account: 'Acme', sites: [] });
  await page.goto(`/${account.slug}/settings/sso`);
  await expect(page.getByText('No identity provider is set up.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a provider' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add an identity provider' });
  await dialog.getByLabel('Name').fill('Acme login');
  await dialog.getByLabel('Issuer').fill(provider.issuer);
  await dialog.getByLabel('Client id').fill(provider.clientId);
  await dialog.getByLabel('Client secret', { exact: true }).fill(provider.clientSecret);
  await checkScreen(page, 'settings-sso-add');
  await dialog.getByRole('button', { name: 'Add a provider' }).click();
  await expect(toast(page, 'Acme login is added. Prove a domain next.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Require single sign-on' })).toBeDisabled();

  await page.getByLabel('Domain', { exact: true }).fill(provider.domain);
  await page.getByRole('button', { name: 'Add domain' }).click();
  await expect(page.getByText(`_keyholder.${provider.domain}`)).toBeVisible();
  await page.getByRole('button', { name: `Check record of ${provider.domain}` }).click();
  await expect(page.getByText('The record is not in the DNS of the domain yet.')).toBeVisible({
    timeout: 15_000,
  });
  await checkScreen(page, 'settings-sso');
  await app.database.proveDomain(provider.domain);
  await page.reload();
  await expect(page.getByText('Proven', { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Require single sign-on' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Require' }).click();
  await expect(toast(page, 'Single sign-on is required now.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Require single sign-on' })).toBeChecked();
  await checkScreen(page, 'settings-sso-required');
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByText('The provider answers.')).toBeVisible();
});
