import { enrol, enrolInDialog } from '../authenticator.ts';
import { call } from '../call.ts';
import { heading, invited } from '../invited.ts';
import { newPerson, signUp } from '../people.ts';
import { checkScreen } from '../screens.ts';
import { expect, test } from '../test.ts';

test.slow();

test('Your security settings and every step of a second factor pass in both themes and widths', async ({
  page,
  app,
}) => {
  const ann = newPerson('Ann Example');
  await signUp(page, app, ann);
  await page.goto('/me/security');
  await expect(page.getByText('You are signed in here only.')).toBeVisible();
  await checkScreen(page, 'my-security-off');
  await page.getByRole('button', { name: 'Change password' }).click();
  await checkScreen(page, 'my-security-password');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  await dialog.getByLabel('Password', { exact: true }).fill(ann.password);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByRole('img')).toBeVisible();
  await checkScreen(page, 'second-factor-scan');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await checkScreen(page, 'second-factor-keep');
  await dialog.getByLabel('I saved them').check();
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await checkScreen(page, 'second-factor-code');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  await enrolInDialog(page, ann);
  await expect(page.getByText('10 codes left')).toBeVisible();
  await checkScreen(page, 'my-security-on');
  await page.getByRole('button', { name: 'Turn off' }).click();
  await checkScreen(page, 'second-factor-turn-off');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await call(page, app.url, 'POST', '/api/auth/sign-out');
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(ann.email);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Password', { exact: true }).fill(ann.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(heading(page)).toHaveText('Enter your code');
  await checkScreen(page, 'sign-in-code');
});

test('What an account that asks for a second factor shows passes in both themes and widths', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  const { account, owner, site, join, setAccountRole } = await invited(page, app);
  const guest = await newVisitor();
  const tom = await join(guest, site, 'Tom Halley', 'content_editor');
  await setAccountRole(tom.id, 'viewer');
  await enrol(page, app, owner);
  for (const graceDays of [7, 0]) {
    const change = { secondFactor: { required: true, graceDays } };
    await call(page, app.url, 'PATCH', `/api/v1/accounts/${account.id}/policies`, change);
    if (graceDays === 0) watch.expect(/403/);
    await guest.goto(`/${account.slug}/sites`);
    await expect(
      graceDays > 0
        ? guest.getByText(/^Set up a second factor until /)
        : guest.getByRole('heading', { level: 1, name: /needs you to have a second factor/ }),
    ).toBeVisible();
    await checkScreen(guest, graceDays > 0 ? 'second-factor-banner' : 'second-factor-gate');
  }
  await guest.goto(`/admin/${account.slug}/${site.slug}`);
  await expect(guest.getByRole('button', { name: 'Set up a second factor' })).toBeVisible();
  await checkScreen(guest, 'second-factor-gate-site');
});
