import { SURFACES } from '@keyholder/domain';
import { AGENCY, signInAs } from '../demo.ts';
import { heading } from '../invited.ts';
import { row } from '../parts.ts';
import { checkScreen } from '../screens.ts';
import { expect, test } from '../test.ts';

test.use({ demo: true });
test.setTimeout(120_000);

const ADMIN = `/admin${AGENCY}/northwind-coffee`;
const SARAH = 'sarah@yourteam.com';

for (const { key, label } of SURFACES) {
  test(`${label} in Site Admin passes in both themes and widths, its list and what is behind its first row`, async ({
    page,
    app,
  }) => {
    await signInAs(page, app, SARAH);
    await page.goto(`${ADMIN}/${key}`);
    await expect(heading(page)).toHaveText(key === 'overview' ? 'Northwind Coffee' : label);
    const loading = page.getByRole('status', { name: 'Loading' });
    await expect(loading).toHaveCount(0);
    await checkScreen(page, `site-admin-${key}`);
    const first = page.getByRole('main').getByRole('table').first().getByRole('link').first();
    if ((await first.count()) === 0) return;
    await first.click();
    await expect(loading).toHaveCount(0);
    await checkScreen(page, `site-admin-${key}-item`);
  });
}

test('Making and ending an API key passes in both themes and widths', async ({ page, app }) => {
  await signInAs(page, app, SARAH);
  await page.goto(`${ADMIN}/api-keys?new=true`);
  await page.getByRole('button', { name: 'Create key' }).click();
  await expect(page.getByText('Choose what the key may do.')).toBeVisible();
  await checkScreen(page, 'site-admin-api-key-faults');
  await page.getByLabel('Name').fill('Order export');
  await page.getByRole('button', { name: 'Choose all' }).click();
  await page.getByRole('button', { name: 'Create key' }).click();
  await expect(page.getByLabel('I saved it')).toBeVisible();
  await checkScreen(page, 'site-admin-api-key-secret');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toContainText('Close without saving the key?');
  await checkScreen(page, 'site-admin-api-key-unsaved');
  await page.getByRole('button', { name: 'Back to the key' }).click();
  await page.getByLabel('I saved it').check();
  await page.getByRole('button', { name: 'Done' }).click();
  await page
    .getByText(/and \d+ more areas/)
    .first()
    .click();
  await checkScreen(page, 'site-admin-api-keys-made');
  await page.goto(`${AGENCY}/members?q=sarah`);
  await page.getByRole('main').getByRole('link', { name: 'Sarah Chen' }).click();
  await page.getByRole('link', { name: 'Keys 1' }).click();
  await expect(row(page, 'Order export')).toContainText('Northwind Coffee');
  await checkScreen(page, 'person-keys');
  await page.getByRole('link', { name: 'Northwind Coffee: API keys' }).click();
  await page.getByRole('button', { name: 'Revoke Order export' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await checkScreen(page, 'site-admin-api-key-revoke');
  await page.getByRole('button', { name: 'Revoke key' }).click();
  await page.getByLabel('Show ended keys').check();
  await expect(row(page, 'Order export')).toContainText('Revoked');
  await checkScreen(page, 'site-admin-api-keys-ended');
});
