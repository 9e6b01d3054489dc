import { found } from '../agency.ts';
import { choose, toast } from '../parts.ts';
import { checkScreen } from '../screens.ts';
import { expect, test } from '../test.ts';

test('[R12] The ownership moves in two steps: the typed name, the password, and the other one accepts', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  // The offer is refused until the password was confirmed.
  watch.expect(/403/);
  test.setTimeout(180_000);
  const agency = await found(page, app, {
    owner: 'Sarah Chen',
    account: 'Bright Lines Agency',
    sites: ['Northwind Coffee'],
  });
  const theirs = await newVisitor();
  const priya = await agency.join(theirs, agency.sites[0]!, 'Priya Nair', 'platform_admin');
  await agency.setAccountRole(priya.id, 'admin');
  await app.database.signedInAgo(agency.owner.email, 11);

  // By keyboard alone.
  await page.goto(`/${agency.account.slug}/settings/ownership`);
  await choose(page.getByRole('combobox', { name: 'Admin' }), 'Priya Nair');
  await page.getByRole('button', { name: 'Offer ownership' }).press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Offer Bright Lines Agency to Priya Nair?' });
  await dialog.getByLabel(/^Type/).fill('Bright Lines Agency');
  await checkScreen(page, 'ownership-offer');
  await page.keyboard.press('Enter');
  const confirm = page.getByRole('alertdialog', { name: 'Confirm your password' });
  await confirm.getByLabel('Password', { exact: true }).fill(agency.owner.password);
  await checkScreen(page, 'ownership-password');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Offered to Priya Nair, valid until/)).toBeVisible();
  await checkScreen(page, 'ownership-offered');
  await app.inbox.next(priya.email, /offers you the ownership/);

  await theirs.goto(`/${agency.account.slug}/sites`);
  await expect(theirs.getByText('Sarah Chen offers you the ownership of Bright Lines Agency.')).toBeVisible();
  await checkScreen(theirs, 'ownership-banner');
  await theirs.getByRole('button', { name: 'Accept' }).press('Enter');
  await expect(toast(theirs, 'You own Bright Lines Agency now.')).toBeVisible();
  await theirs.goto(`/${agency.account.slug}/settings/ownership`);
  await expect(theirs.getByText('Every account has exactly one owner.')).toBeVisible();

  // Open pages of the former owner learn of it: what is the owner's is no longer theirs.
  await expect(page.getByRole('link', { name: 'Ownership' })).toHaveCount(0);
  await page.goto(`/${agency.account.slug}/members`);
  await expect(page.getByRole('row').filter({ hasText: priya.email })).toContainText('Account owner');
  await app.inbox.next(agency.owner.email, /now owns/);
});
