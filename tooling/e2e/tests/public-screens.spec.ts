import type { Page } from '@playwright/test';
import { accept, newPerson, tokenOf } from '../people.ts';
import { call } from '../call.ts';
import { mailedLink, signInAs } from '../demo.ts';
import { checkScreen } from '../screens.ts';
import { expect, test } from '../test.ts';

test.use({ demo: true });
// Some screens have a dozen states, each with eight looks at it.
test.setTimeout(300_000);

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('Signing in, signing up, another password', async ({ page, app, watch }) => {
  watch.expect(/401 .*sign-in/);
  const alex = newPerson('Alex Rivera');
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Enter an email address.')).toBeVisible();
  await checkScreen(page, 'sign-in-faults');
  await page.getByLabel('Email').fill(alex.email);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await checkScreen(page, 'sign-in-refused');

  await page.goto('/sign-up');
  await page.getByRole('button', { name: 'Create your login' }).click();
  await expect(page.getByText('Enter your name.')).toBeVisible();
  await checkScreen(page, 'sign-up-faults');
  await page.getByLabel('Your name').fill(alex.name);
  await page.getByLabel('Email').fill(alex.email);
  await page.getByLabel('Password', { exact: true }).fill(alex.password);
  await checkScreen(page, 'sign-up');
  await page.getByRole('button', { name: 'Create your login' }).click();
  await expect(heading(page)).toHaveText('Check your mail');
  await checkScreen(page, 'sign-up-done');
  await page.goto('/verify-email');
  await expect(heading(page)).toHaveText('This link does not work any more');
  await checkScreen(page, 'verify-broken');
  await page.goto('about:blank');
  await page.goto(await mailedLink(page, app, alex.email, 'verify-email'));
  await expect(heading(page)).toHaveText('Confirm your email address');
  await checkScreen(page, 'verify');
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();
  await expect(heading(page)).toHaveText('Name your account');
  await checkScreen(page, 'first-account');
  await page.getByLabel('Account name').fill('A new studio');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Add a site').first()).toBeVisible();
  await checkScreen(page, 'overview-new');
  await page.goto(`${new URL(page.url()).pathname}/sites`);
  await expect(page.getByText('No sites yet. Add a site, then invite people to it.')).toBeVisible();
  await checkScreen(page, 'sites-empty');

  await page.goto('/forgot-password');
  await checkScreen(page, 'forgot-password');
  await page.getByLabel('Email').fill(alex.email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByText(/a link to set a new password is on its way/)).toBeVisible();
  await checkScreen(page, 'forgot-password-sent');
  await page.goto(await mailedLink(page, app, alex.email, 'reset-password'));
  await expect(heading(page)).toHaveText('Choose a new password');
  await checkScreen(page, 'reset-password');
});

test('The development mailbox', async ({ page }) => {
  await page.goto('/dev/mailbox');
  await expect(page.getByText('Mail is kept here and delivered to nobody.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  await checkScreen(page, 'mailbox');
});

test('Every case of an invitation link', async ({ page, app, watch, newVisitor }) => {
  watch.expect(/410 .*lookup/);
  const sarah = await newVisitor();
  await signInAs(sarah, app, 'sarah@yourteam.com');
  const { items } = await call<{ items: { id: string; slug: string }[] }>(
    sarah,
    app.url,
    'GET',
    '/api/v1/accounts/bright-lines-agency/sites',
  );
  const site = items.find(({ slug }) => slug === 'northwind-coffee')?.id ?? '';
  const path = `/api/v1/sites/${site}/invitations`;
  /** A fresh invitation, its mailed link and the page that opens it, by somebody new. */
  const open = async (email = newPerson('Alex Rivera').email) => {
    const { id } = await call<{ id: string }>(sarah, app.url, 'POST', path, {
      email,
      role: 'content_editor',
      note: 'Welcome, Alex. The autumn menu is the first thing to write.',
    });
    return { id, email, link: await mailedLink(sarah, app, email, 'invitation') };
  };
  const show = async (name: string, link: string, title: RegExp, at = page) => {
    await at.goto('about:blank');
    await at.goto(link);
    await expect(heading(at)).toHaveText(title);
    await checkScreen(at, `invitation-${name}`);
  };

  const alex = await open();
  await show('new', alex.link, /^Join Northwind Coffee/);
  await page.getByRole('button', { name: 'Accept and open Northwind Coffee' }).click();
  await expect(page.getByText('Enter your name.')).toBeVisible();
  await checkScreen(page, 'invitation-new-faults');
  await page.getByRole('button', { name: 'Decline' }).click();
  await expect(heading(page)).toHaveText(/^Decline/);
  await checkScreen(page, 'invitation-declining');
  await page.getByRole('button', { name: 'Decline' }).click();
  await expect(heading(page)).toHaveText('Declined');
  await checkScreen(page, 'invitation-declined');

  const lena = await open('jonas@yourteam.com');
  await show('known', lena.link, /^Sign in to accept/);
  await show('other', lena.link, /^This invitation is for/, sarah);
  await call(sarah, app.url, 'DELETE', `${path}/${lena.id}`);
  await show('revoked', lena.link, /^This invitation was withdrawn/);

  const jo = await open();
  await app.database.age(jo.email, 49);
  await show('expired', jo.link, /^This link has expired/);
  await page.getByRole('button', { name: /^Ask / }).click();
  await expect(page.getByText('Asked. You will get an email.')).toBeVisible();
  await checkScreen(page, 'invitation-asked');
  await call(sarah, app.url, 'POST', `${path}/${jo.id}/resend`);
  await show('superseded', jo.link, /^There is a newer link/);

  const kim = await open();
  await accept(await newVisitor(), app, kim.link, { ...newPerson('Kim Tran'), email: kim.email });
  await show('accepted', kim.link, /^You are already in/);
  await show('broken', kim.link.replace(tokenOf(kim.link), 'nonsense'), /^This link is not complete/);

  await page.route('**/api/v1/invitations/lookup', (route) => route.abort());
  watch.expect(/ERR_FAILED/);
  await show('unchecked', kim.link, /^Could not check the invitation/);
});
