import { readFile } from 'node:fs/promises';
import { AGENCY, signInAs } from '../demo.ts';
import { choose } from '../parts.ts';
import { checkScreen } from '../screens.ts';
import { expect, test } from '../test.ts';

test.use({ demo: true });
test.setTimeout(300_000);

test('[R42, R43] The audit log: filters in the address, one event with before and after, files, the chain', async ({
  page,
  app,
}) => {
  page.setDefaultTimeout(20_000);
  await signInAs(page, app, 'sarah@yourteam.com');
  await page.goto(`${AGENCY}/audit`);
  await expect(page.getByText(/events, chain intact$/)).toBeVisible();
  await checkScreen(page, 'audit');

  await choose(page.getByRole('combobox', { name: 'Action' }), 'Site member role changed');
  await expect(page).toHaveURL(/action=site_member.role_changed/);
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
  await expect(rows.first()).toBeVisible();
  await page.reload();
  await expect(rows.first()).toBeVisible();

  // By keyboard: down to a row, into it, and back to where one was.
  const first = rows.first().getByRole('link').first();
  await first.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('Before').first()).toBeVisible();
  await expect(page).toHaveURL(/event=/);
  await checkScreen(page, 'audit-event');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(first).toBeFocused();

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export NDJSON' }).press('Enter'),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.ndjson$/);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  expect(new Set(lines.map((line) => (JSON.parse(line) as { action: string }).action))).toEqual(
    new Set(['site_member.role_changed']),
  );

  await page.goto(`${AGENCY}/audit?kind=security`);
  await expect(page.getByText('Exported the audit log').first()).toBeVisible();
  await checkScreen(page, 'audit-security');
  await page.goto(`${AGENCY}/audit?from=2001-01-01&to=2001-01-02`);
  await expect(page.getByText(/^Nothing between/)).toBeVisible();
  await checkScreen(page, 'audit-nothing');
});
