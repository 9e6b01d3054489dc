import type { Page } from '@playwright/test';
import { found } from '../agency.ts';
import type { RunningApp } from '../app.ts';
import { linkIn, newPerson } from '../people.ts';
import { choose, row, toast } from '../parts.ts';
import { expect, test } from '../test.ts';

const agencyOf = (page: Page, app: RunningApp) =>
  found(page, app, { owner: 'Sarah Chen', account: 'Bright Lines Agency', sites: ['Northwind Coffee'] });

test('A colleague is invited by keyboard, gets another role, and lands in the Dashboard', async ({
  page,
  app,
  newVisitor,
}) => {
  const { account } = await agencyOf(page, app);
  const rita = newPerson('Rita Vega');
  await page.goto(`/${account.slug}/members`);
  await page.getByRole('link', { name: 'Invite user' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Invite user' });
  await expect(dialog.getByText('They have 7 days to accept.')).toBeVisible();
  await dialog.getByLabel('Email').fill(rita.email);
  await choose(dialog.getByRole('combobox', { name: 'Account role' }), 'Viewer');
  const before = app.inbox.mails.length;
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/tab=pending/);
  await expect(row(page, rita.email)).toContainText('Viewer');
  const first = linkIn(await app.inbox.next(rita.email, /invited you/, before), 'invitation');

  // Another role: the old link dies, a new mail comes [R17].
  await page.getByRole('link', { name: rita.email }).press('Enter');
  const drawer = page.getByRole('dialog', { name: rita.email });
  await expect(drawer.getByText('First mail')).toBeVisible();
  await choose(drawer.getByRole('combobox', { name: 'Role' }), 'Admin');
  const again = app.inbox.mails.length;
  await drawer.getByRole('button', { name: 'Change role' }).press('Enter');
  const second = linkIn(await app.inbox.next(rita.email, /invited you/, again), 'invitation');
  await expect(drawer.getByText('Admin').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row(page, rita.email)).toContainText('Admin');

  const theirs = await newVisitor();
  await theirs.goto(first);
  await expect(theirs.getByRole('button', { name: /^Accept/ })).toHaveCount(0);
  await theirs.goto('about:blank');
  await theirs.goto(second);
  await theirs.getByLabel('Your name').fill(rita.name);
  await theirs.getByLabel('Password', { exact: true }).fill(rita.password);
  await theirs.getByRole('button', { name: /^Accept/ }).press('Enter');
  await expect(theirs).toHaveURL(new RegExp(`/${account.slug}($|[/?#])`));
  await expect(theirs.getByText('You are Admin in Bright Lines Agency.')).toBeVisible();
  await expect(row(page, rita.email)).toHaveCount(0);
  await page.goto(`/${account.slug}/members`);
  await expect(row(page, rita.email)).toContainText('Admin');
});

test('[R15, R16] An expired invitation is resent for 7 days, another is revoked, each by key', async ({
  page,
  app,
}) => {
  const { account } = await agencyOf(page, app);
  const [late, gone] = [newPerson('Late Comer'), newPerson('Gone Soon')];
  await page.goto(`/${account.slug}/members?invite=true`);
  const dialog = page.getByRole('dialog', { name: 'Invite user' });
  for (const { email } of [late, gone]) {
    await dialog.getByLabel('Email').fill(email);
    await dialog.getByLabel('Email').press('Enter');
  }
  await choose(dialog.getByRole('combobox', { name: 'Account role' }), 'Member');
  await dialog.getByRole('button', { name: 'Send 2 invitations' }).click();
  await expect(row(page, gone.email)).toBeVisible();
  await app.inbox.next(late.email, /invited you/);
  await app.database.age(late.email, 24 * 8);
  await page.reload();
  await expect(row(page, late.email)).toContainText('expired');
  await page.getByRole('link', { name: late.email }).focus();
  await page.keyboard.press('r');
  await expect(toast(page, /valid for 7 days/)).toBeVisible();
  await expect(row(page, late.email)).toContainText('in 7 days');
  await page.getByRole('link', { name: gone.email }).focus();
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).press('Enter');
  await expect(row(page, gone.email)).toHaveCount(0);
  await expect(page.getByRole('link', { name: late.email })).toBeFocused();
});
