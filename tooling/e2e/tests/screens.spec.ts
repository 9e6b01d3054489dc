import type { Page } from '@playwright/test';
import { AGENCY, NORTHWIND, signInAs } from '../demo.ts';
import { checkScreen } from '../screens.ts';
import { choose } from '../parts.ts';
import { expect, test } from '../test.ts';

test.use({ demo: true });
// Some screens have a dozen states, each with eight looks at it.
test.setTimeout(300_000);

const SARAH = 'sarah@yourteam.com';

/** Goes there, waits until it says so, and looks at it. */
async function look(page: Page, name: string, path: string, says: string | RegExp): Promise<void> {
  await page.goto(path);
  await expect(page.getByText(says).filter({ visible: true }).first()).toBeVisible();
  await checkScreen(page, name);
}

test('Overview, Sites and one site', async ({ page, app }) => {
  await signInAs(page, app, SARAH);
  await look(page, 'overview', AGENCY, 'Kestrel Outdoor');
  await look(page, 'sites', `${AGENCY}/sites`, 'Granite Law');
  await look(page, 'sites-no-match', `${AGENCY}/sites?q=kest9`, "No site matches 'kest9'.");
  await look(page, 'sites-without-owner', `${AGENCY}/sites?flag=no-owner`, 'Verve Studio');
  await look(page, 'site-new', `${AGENCY}/sites?new=true`, 'You become its Owner.');
  await page.getByRole('button', { name: 'Create site' }).click();
  await expect(page.getByText('Enter a name.')).toBeVisible();
  await checkScreen(page, 'site-new-faults');
  await look(page, 'site', NORTHWIND, 'northwindcoffee.com');
  await look(page, 'site-settings', `${NORTHWIND}/settings`, 'General');
  await look(page, 'site-start', `/admin${AGENCY}/northwind-coffee`, 'Who runs this site');
});

test('Members of a site, active', async ({ page, app }) => {
  await signInAs(page, app, SARAH);
  await look(page, 'members', `${NORTHWIND}/members`, 'Priya Nair');
  await page.getByRole('checkbox', { name: 'Select Priya Nair' }).check();
  await expect(page.getByText('1 selected')).toBeVisible();
  await checkScreen(page, 'members-selected');
  await page.getByRole('button', { name: 'Actions for Priya Nair' }).click();
  await page.getByRole('menuitem', { name: 'Remove from site' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('sites do not change');
  await checkScreen(page, 'members-remove');
  await look(page, 'members-no-match', `${NORTHWIND}/members?q=nobody`, "No member matches 'nobody'.");
  await page.goto(`${NORTHWIND}/members`);
  await page.getByRole('link', { name: 'Priya Nair' }).click();
  const drawer = page.getByRole('dialog', { name: 'Priya Nair' });
  await expect(drawer.getByRole('button', { name: 'Save changes' })).toBeVisible();
  await expect(drawer.getByText('Sarah Chen changed Priya Nair').first()).toBeVisible();
  await checkScreen(page, 'member');
  await choose(drawer.getByLabel('Role'), 'Content Editor');
  await expect(drawer.getByText('Gains')).toBeVisible();
  await checkScreen(page, 'member-changed');
  await page.goto(`${NORTHWIND}/members`);
  await page.getByRole('link', { name: 'Sarah Chen' }).last().click();
  await expect(page.getByRole('dialog')).toContainText('You cannot change your own role.');
  await checkScreen(page, 'member-yourself');
});

test('Members of a site, pending', async ({ page, app }) => {
  await signInAs(page, app, SARAH);
  await look(page, 'pending', `${NORTHWIND}/members?tab=pending`, 'mika@studio.example');
  await page.getByRole('button', { name: 'Revoke invitation for alex@yourteam.com' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await checkScreen(page, 'pending-revoke');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'alex@yourteam.com' }).click();
  await expect(page.getByRole('dialog', { name: 'alex@yourteam.com' })).toContainText('Change role');
  await checkScreen(page, 'pending-details');
  await look(
    page,
    'pending-declined',
    `${AGENCY}/sites/lumen-yoga/members?tab=pending&status=declined`,
    'Anika writes our pages.',
  );
  await look(
    page,
    'pending-empty',
    `${AGENCY}/sites/granite-law/members?tab=pending`,
    'No open invitations. Everyone you invited has answered.',
  );
});

test('Invite Member', async ({ page, app }) => {
  await signInAs(page, app, SARAH);
  await look(page, 'invite', `${NORTHWIND}/members?invite=true`, 'They have 48 hours to accept.');
  const dialog = page.getByRole('dialog', { name: 'Invite Member' });
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog.getByText('Choose a role.')).toBeVisible();
  await checkScreen(page, 'invite-faults');
  for (const email of [
    'new@studio.example',
    'tom@yourteam.com',
    'jo@acme.example',
    'half@',
    'sam@gmial.com',
  ]) {
    await dialog.getByLabel('Email').fill(email);
    await dialog.getByLabel('Email').press('Enter');
  }
  await choose(dialog.getByLabel('Role'), 'Marketing Manager');
  await expect(dialog.getByText('Tom Halley is already Content Editor here.')).toBeVisible();
  await expect(dialog.getByText(/Invited .+ as Support Agent, expires in/)).toBeVisible();
  await checkScreen(page, 'invite-verdicts');
  await dialog.getByLabel('Role').click();
  await expect(page.getByRole('option', { name: /^Owner/ })).toBeVisible();
  await checkScreen(page, 'invite-roles');
});

test('Members of the account and one person', async ({ page, app }) => {
  await signInAs(page, app, SARAH);
  await look(page, 'people', `${AGENCY}/members`, 'Amara Okafor');
  await page.getByRole('checkbox', { name: 'Select Amara Okafor' }).check();
  await checkScreen(page, 'people-selected');
  await look(page, 'people-filtered', `${AGENCY}/members?role=collaborator&siteRole=owner`, 'Mateo Ruiz');
  await look(page, 'people-no-match', `${AGENCY}/members?q=nobody`, "No member matches 'nobody'.");
  await look(page, 'people-pending', `${AGENCY}/members?tab=pending&all=1`, 'lucie@vervestudio.example');
  await page.goto(`${AGENCY}/members?q=amara`);
  await page.getByRole('link', { name: 'Amara Okafor' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Amara Okafor' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Northwind Coffee' })).toBeVisible();
  await checkScreen(page, 'person');
  await choose(page.getByRole('combobox', { name: 'Role on Harbour Dental' }), 'Developer');
  await page.getByRole('button', { name: 'Remove from Northwind Coffee' }).click();
  await expect(page.getByText('2 changes: 1 role, 1 removal')).toBeVisible();
  await checkScreen(page, 'person-staged');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Assign to sites' }).click();
  await expect(page.getByRole('dialog')).toContainText('Fern & Co');
  await checkScreen(page, 'person-assign');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove from account' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('9 sites');
  await checkScreen(page, 'person-remove');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expect(page.getByText('Amara Okafor joined').first()).toBeVisible();
  await checkScreen(page, 'person-timeline');
});

test('The menus of the shell, your profile, and what is not there', async ({ page, app, watch }) => {
  watch.expect(/404/);
  await signInAs(page, app, SARAH);
  await page.goto(`${AGENCY}/sites`);
  await page.getByRole('button', { name: 'Your menu' }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await checkScreen(page, 'menu-you');
  await page.goto(`${AGENCY}/sites`);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'Open menu' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await checkScreen(page, 'menu-sheet');
  await page.setViewportSize({ width: 1280, height: 800 });
  await look(page, 'profile', '/me/memberships', 'Your accounts');
  await page.getByRole('button', { name: 'Leave site Northwind Coffee' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await checkScreen(page, 'profile-leave');
  await look(page, 'new-account', '/new-account', 'Name your account');
  await look(page, 'not-found', `${AGENCY}/sites/no-such-site`, 'There is nothing here that you can see');
  await look(page, 'not-found-page', '/no/such/page', 'There is nothing here that you can see');
});

test('What people without rights see', async ({ page, app }) => {
  await signInAs(page, app, 'lena@freelance.example');
  await look(page, 'readonly-sites', `${AGENCY}/sites`, 'Harbour Dental');
  await look(page, 'readonly-members', `${NORTHWIND}/members`, 'You can see members here.');
  await look(page, 'readonly-start', `/admin${AGENCY}/northwind-coffee`, 'Who runs this site');
  await look(page, 'no-permission', `${AGENCY}/members`, 'This area is not part of your role');
});
