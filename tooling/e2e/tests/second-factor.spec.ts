import { enrol, enrolInDialog } from '../authenticator.ts';
import { call } from '../call.ts';
import { ACCEPT, JOIN, SITE, heading, invited } from '../invited.ts';
import { toast } from '../parts.ts';
import { newPerson, signIn, signUp, type Person } from '../people.ts';
import { expect, test } from '../test.ts';
import type { Page } from '@playwright/test';

async function password(page: Page, { email, password: typed }: Person) {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Password', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
async function giveCode(page: Page, code: string) {
  await expect(heading(page)).toHaveText('Enter your code');
  await page.getByLabel('Code from your app').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
async function giveRecoveryCode(page: Page, code: string) {
  await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
  await page.getByLabel('Recovery code').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
const signOut = (page: Page, url: string) => call(page, url, 'POST', '/api/auth/sign-out');

test('A second factor is set up, asked for at every sign-in, and each code works once', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  watch.expect(/422 .*two-factor\/recovery/);
  const ann = newPerson('Ann Example');
  await signUp(page, app, ann);
  const elsewhere = await newVisitor();
  await signIn(elsewhere, app, ann);
  await page.goto('/me/security');
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  const phone = await enrolInDialog(page, ann);
  await expect(toast(page, 'Your second factor is on.')).toBeVisible();
  await expect(page.getByText('10 codes left')).toBeVisible();
  await app.inbox.next(ann.email, /Second factor turned on/);
  expect((await elsewhere.request.get(`${app.url}/api/v1/me`)).status()).toBe(401);

  await signOut(page, app.url);
  await password(page, ann);
  expect((await page.request.get(`${app.url}/api/v1/me`)).status()).toBe(401);
  await giveCode(page, await phone.next());
  await expect(heading(page)).toHaveText('Name your account');

  const [first = '', second = ''] = phone.recoveryCodes;
  await signOut(page, app.url);
  await password(page, ann);
  await giveRecoveryCode(page, first);
  await expect(heading(page)).toHaveText('Name your account');
  await app.inbox.next(ann.email, /A recovery code was used/);

  await signOut(page, app.url);
  await password(page, ann);
  await giveRecoveryCode(page, first);
  await expect(
    page.getByText('This is not one of your recovery codes, or it was used already.'),
  ).toBeVisible();
  await page.getByLabel('Recovery code').fill(second);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(heading(page)).toHaveText('Name your account');
  await page.goto('/me/security');
  await expect(page.getByText('8 codes left')).toBeVisible();
});

test('Signing out everywhere else ends the other sessions at once', async ({ page, app, newVisitor }) => {
  const ann = newPerson('Ann Example');
  await signUp(page, app, ann);
  const elsewhere = await newVisitor();
  await signIn(elsewhere, app, ann);
  await page.goto('/me/security');
  await expect(page.getByText('This browser')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByText('You are signed in here only.')).toBeVisible();
  expect((await elsewhere.request.get(`${app.url}/api/v1/me`)).status()).toBe(401);
  expect((await page.request.get(`${app.url}/api/v1/me`)).status()).toBe(200);
});

test('[R21] A known person with a second factor signs in on the page, code included, and then accepts', async ({
  page,
  app,
  newVisitor,
}) => {
  const { site, invite } = await invited(page, app);
  const lena = newPerson('Lena Park');
  const first = await newVisitor();
  await signUp(first, app, lena);
  const phone = await enrol(first, app, lena);
  const { link } = await invite(site, lena, 'content_editor');
  const guest = await newVisitor();
  await guest.goto(link);
  await expect(heading(guest)).toHaveText('Sign in to accept');
  await guest.getByLabel('Password', { exact: true }).fill(lena.password);
  await guest.getByRole('button', { name: 'Sign in' }).click();
  await guest.getByLabel('Code from your app').fill(await phone.next());
  await guest.getByRole('button', { name: 'Sign in' }).click();
  await expect(heading(guest)).toHaveText(JOIN);
  await guest.getByRole('button', { name: ACCEPT }).click();
  await expect(guest.getByText(`Welcome, Lena. You are Content Editor on ${SITE}.`)).toBeVisible();
});

test('An account that requires a second factor says until when, then leads to one and back', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  // What the shell around the page asks for is closed, too.
  watch.expect(/403 .*accounts/);
  const { account, owner, site, join, setAccountRole } = await invited(page, app);
  const guest = await newVisitor();
  const tom = await join(guest, site, 'Tom Halley', 'content_editor');
  await setAccountRole(tom.id, 'viewer');
  await enrol(page, app, owner);
  const require = (graceDays: number) =>
    call(page, app.url, 'PATCH', `/api/v1/accounts/${account.id}/policies`, {
      secondFactor: { required: true, graceDays },
    });

  await require(7);
  await guest.goto(`/${account.slug}/sites`);
  await expect(guest.getByText(/^Set up a second factor until /)).toBeVisible();
  await expect(heading(guest)).toHaveText('Sites');

  await require(0);
  await expect(heading(guest)).toHaveText(`${account.name} needs you to have a second factor`);
  await guest.getByRole('button', { name: 'Set up a second factor' }).click();
  await enrolInDialog(guest, tom);
  await expect(heading(guest)).toHaveText('Sites');
  await expect(guest.getByRole('link', { name: SITE }).first()).toBeVisible();
});
