import { found } from '../agency.ts';
import { call } from '../call.ts';
import { toast } from '../parts.ts';
import { expect, test } from '../test.ts';

const names = { owner: 'Sarah Chen', account: 'Bright Lines Agency', sites: ['Northwind Coffee'] };

test('An account moves to another address: its own pages go on, and old links still lead there', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  // The address that another account has is refused.
  watch.expect(/409/);
  const other = await newVisitor();
  const { account: taken } = await found(other, app, { ...names, account: 'Paper and Ink' });
  const agency = await found(page, app, names);
  const theirs = await newVisitor();
  await agency.join(theirs, agency.sites[0]!, 'Tom Halley', 'content_editor');
  await theirs.goto(`/${agency.account.slug}/sites`);
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Sites');

  await page.goto(`/${agency.account.slug}/settings`);
  const address = page.getByRole('textbox', { name: 'Address' });
  await address.fill(taken.slug);
  await address.press('Enter');
  await expect(page.getByText('Another account uses this address.')).toBeVisible();
  await expect(address).toBeFocused();
  const moved = `${agency.account.slug}-moved`;
  await address.fill(moved);
  await address.press('Enter');
  await expect(page).toHaveURL(`${app.url}/${moved}/settings/general`);
  await expect(toast(page, 'The settings of Bright Lines Agency are saved.')).toBeVisible();

  // Whoever has an old page open keeps it.
  await theirs.getByRole('navigation').getByRole('link', { name: 'Northwind Coffee' }).click();
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Northwind Coffee');
  await page.goto(`/${agency.account.slug}/members?tab=pending`);
  await expect(page).toHaveURL(`${app.url}/${moved}/members?tab=pending`);
});

test('Policies ask for the password after a while, and mark people from then on', async ({
  page,
  app,
  watch,
}) => {
  watch.expect(/403/);
  const agency = await found(page, app, names);
  await app.database.signedInAgo(agency.owner.email, 11);
  await page.goto(`/${agency.account.slug}/settings/policies`);
  await page.getByLabel('Your domains').fill('brightlines.example');
  await page.getByRole('button', { name: 'Save changes' }).click();
  const confirm = page.getByRole('alertdialog', { name: 'Confirm your password' });
  await confirm.getByLabel('Password', { exact: true }).fill(agency.owner.password);
  await confirm.getByRole('button', { name: 'Confirm' }).click();
  await expect(toast(page, 'The policies are saved.')).toBeVisible();
  await page.goto(`/${agency.account.slug}/members?flag=outside_domains`);
  await expect(page.getByRole('row').filter({ hasText: agency.owner.email })).toContainText('Outside');
  await page.goto(`/${agency.account.slug}/audit`);
  await expect(page.getByText('Sarah Chen changed the policies of the account')).toBeVisible();
});

test('Deleting an account: the typed address, the password, and nobody finds it again', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  watch.expect(/40[34]/);
  const agency = await found(page, app, names);
  const theirs = await newVisitor();
  const tom = await agency.join(theirs, agency.sites[0]!, 'Tom Halley', 'content_editor');
  await theirs.goto(`/${agency.account.slug}/sites`);
  await app.database.signedInAgo(agency.owner.email, 11);
  await page.goto(`/${agency.account.slug}/settings/general`);
  // By keyboard alone.
  await page.getByRole('button', { name: 'Delete account' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Delete Bright Lines Agency?' });
  await expect(dialog).toContainText('1 site, the access of 2 people and 0 open invitations end at once');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByLabel(/^Type/).fill(agency.account.slug);
  const before = app.inbox.mails.length;
  await page.keyboard.press('Enter');
  const confirm = page.getByRole('alertdialog', { name: 'Confirm your password' });
  await confirm.getByLabel('Password', { exact: true }).fill(agency.owner.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${app.url}/me/memberships`);
  await expect(toast(page, 'Bright Lines Agency is deleted.')).toBeVisible();
  await expect(page.getByText('You belong to no account yet.')).toBeVisible();
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(
    'There is nothing here that you can see',
  );
  await app.inbox.next(tom.email, /Bright Lines Agency was deleted/, before);
  await app.inbox.next(agency.owner.email, /Bright Lines Agency was deleted/, before);
});

test('Preferences follow their person to another browser', async ({ page, app, newVisitor }) => {
  const agency = await found(page, app, names);
  await page.goto('/me/preferences');
  await page.getByRole('radio', { name: 'Dark' }).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('radio', { name: 'Off' }).check();
  const second = await newVisitor();
  const { email, password } = agency.owner;
  await call(second, app.url, 'POST', '/api/auth/sign-in/email', { email, password });
  await second.goto(`/${agency.account.slug}/members`);
  await expect(second.locator('html')).toHaveAttribute('data-theme', 'dark');
  await second.keyboard.press('/');
  await expect(second.getByLabel('Find a member')).not.toBeFocused();
  await second.reload();
  // Before anything has asked the server.
  await expect(second.locator('html')).toHaveAttribute('data-theme', 'dark', { timeout: 500 });
});
