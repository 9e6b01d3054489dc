import { AGENCY, signInAs } from '../demo.ts';
import { checkScreen } from '../screens.ts';
import { expect, test } from '../test.ts';

test.use({ demo: true });
// Each screen is looked at in both themes and widths.
test.setTimeout(300_000);

test('Settings', async ({ page, app }) => {
  await signInAs(page, app, 'sarah@yourteam.com');
  for (const [section, says] of [
    ['general', 'Name and address'],
    ['policies', 'Everybody needs a second factor'],
    ['plan', 'Change plan'],
    ['ownership', 'Every account has exactly one owner.'],
  ] as const) {
    await page.goto(`${AGENCY}/settings/${section}`);
    await expect(page.getByText(says).first()).toBeVisible();
    await checkScreen(page, `settings-${section}`);
  }
  await page.goto(`${AGENCY}/settings/policies`);
  await page.getByLabel('Your domains').fill('https://x');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText(/is not a domain/)).toBeVisible();
  await checkScreen(page, 'settings-policies-faults');
  await page.goto(`${AGENCY}/settings/general`);
  await page.getByRole('button', { name: 'Delete account' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('14 sites');
  await checkScreen(page, 'settings-delete');
  for (const [section, says] of [
    ['profile', 'Everybody you work with sees it.'],
    ['preferences', 'Single-letter keys'],
  ] as const) {
    await page.goto(`/me/${section}`);
    await expect(page.getByText(says).first()).toBeVisible();
    await checkScreen(page, `me-${section}`);
  }
});

test('Account invitations', async ({ page, app }) => {
  await signInAs(page, app, 'sarah@yourteam.com');
  await page.goto(`${AGENCY}/members?invite=true`);
  await expect(page.getByRole('dialog', { name: 'Invite user' })).toBeVisible();
  await checkScreen(page, 'account-invite');
  await page.goto(`${AGENCY}/members?tab=pending`);
  await page.getByRole('link', { name: 'sam@yourteam.com' }).click();
  await expect(page.getByRole('dialog', { name: 'sam@yourteam.com' })).toContainText('Change role');
  await checkScreen(page, 'account-invitation');
});

test('Invite many', async ({ page, app }) => {
  await signInAs(page, app, 'sarah@yourteam.com');
  await page.goto(`${AGENCY}/members`);
  await page.getByRole('button', { name: 'Invite many' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite many' });
  await expect(dialog.getByLabel('People')).toBeVisible();
  await checkScreen(page, 'many');
  await dialog
    .getByLabel('People')
    .fill('new.one@studio.example, Old Mill Bakery, Developer\nnew.two@studio.example, Nowhere, Developer');
  await dialog.getByRole('button', { name: 'Check 2 lines' }).click();
  await expect(dialog.getByText('1 ready, 1 not.')).toBeVisible();
  await checkScreen(page, 'many-verdicts');
  await dialog.getByRole('button', { name: 'Send 1 invitation' }).click();
  await expect(dialog.getByText('1 sent, 1 not.')).toBeVisible();
  await checkScreen(page, 'many-result');
});
