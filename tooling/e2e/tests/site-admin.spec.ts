import { SITE_ROLE_LABELS, SITE_ROLES, SURFACES, surfacesOf } from '@keyholder/domain';
import { heading } from '../invited.ts';
import { choose, row, toast } from '../parts.ts';
import { checkScreen } from '../screens.ts';
import { areas, foundSite } from '../site-admin.ts';
import { expect, test } from '../test.ts';

/** "visible elsewhere" (ui/brief.md §13, R29). */
const AT_ONCE = { timeout: 2_000 };

for (const role of SITE_ROLES) {
  const label = SITE_ROLE_LABELS[role];
  const granted = surfacesOf(role);

  test(`[R4] ${label}: exactly ${granted.length} areas, and every other address says why`, async ({
    page,
    app,
    newVisitor,
  }) => {
    test.slow();
    const { admin, site, works } = await foundSite(page, app);
    const person = await newVisitor();
    await works(person, role);
    await person.goto(admin());
    await expect(areas(person)).toHaveText(granted.map((area) => area.label));
    await expect(person.getByText('Who runs this site')).toBeVisible();
    await checkScreen(person, `site-admin-role-${role}`);
    for (const area of SURFACES) {
      await person.goto(admin(`/${area.key}`));
      if (granted.includes(area))
        await expect(heading(person)).toHaveText(area.key === 'overview' ? site.name : area.label);
      else {
        await expect(heading(person)).toHaveText(`${area.label} is not part of ${label}.`);
        await expect(person.getByRole('link', { name: 'Sarah Chen' })).toBeVisible();
        await expect(person.getByRole('link', { name: /^Go to / })).toBeVisible();
      }
    }
  });
}

test('A page is written, published, and read by somebody else', async ({ page, app, newVisitor }) => {
  const { admin, works } = await foundSite(page, app);
  const alex = await newVisitor();
  await works(alex, 'content_editor');
  await alex.goto(admin('/pages'));
  await alex.getByRole('button', { name: 'New page' }).first().click();
  await alex.getByLabel('Title').fill('Opening hours');
  await alex.getByRole('button', { name: 'Create page' }).click();
  await expect(heading(alex)).toHaveText('Opening hours');
  await alex.getByLabel('Text').fill('# Open\n\nEvery day from **seven**.');
  await alex.getByRole('button', { name: 'Save changes' }).click();
  await expect(toast(alex, 'Saved Opening hours.')).toBeVisible();
  await alex.getByRole('button', { name: 'Publish' }).click();
  await expect(toast(alex, 'Opening hours is published.')).toBeVisible();
  await page.goto(admin('/pages'));
  await expect(row(page, 'Opening hours')).toContainText('Published');
  await row(page, 'Opening hours').getByRole('link').click();
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText('Every day from seven.')).toBeVisible();
});

test('[R29] A role that changes while somebody works is said, and the navigation follows', async ({
  page,
  app,
  newVisitor,
}) => {
  const { admin, works, setRole } = await foundSite(page, app);
  const alex = await newVisitor();
  const { id } = await works(alex, 'content_editor');
  await alex.goto(admin('/members'));
  await expect(areas(alex)).toHaveText(surfacesOf('content_editor').map(({ label }) => label));
  await setRole(id, 'seo_specialist');
  await expect(toast(alex, 'Your role here is now SEO Specialist.')).toBeVisible(AT_ONCE);
  await expect(areas(alex)).toHaveText(
    surfacesOf('seo_specialist').map(({ label }) => label),
    AT_ONCE,
  );
  await alex.goto(admin('/pages'));
  await expect(heading(alex)).toHaveText('Pages is not part of SEO Specialist.');
});

test('[R29] Removed while writing: the text is kept to copy, and the open stream ends', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  watch.expect(/40[34]/);
  const { admin, works, removeFromSite } = await foundSite(page, app);
  const alex = await newVisitor();
  const { id } = await works(alex, 'content_editor');
  const streamOpens = alex.waitForResponse(/\/events$/);
  await alex.goto(admin('/pages?new=true'));
  await alex.getByLabel('Title').fill('Opening hours');
  await alex.getByRole('button', { name: 'Create page' }).click();
  await alex.getByLabel('Text').fill('Every day from seven, and nobody has saved this yet.');
  const stream = await streamOpens;
  const removed = Date.now();
  const ended = stream.finished().then(() => Date.now() - removed);
  await removeFromSite(id);
  await expect(heading(alex)).toHaveText('You no longer have access to Northwind Coffee.', AT_ONCE);
  await expect(alex.getByLabel('Text of Opening hours', { exact: true })).toHaveValue(
    'Every day from seven, and nobody has saved this yet.',
  );
  await expect(areas(alex)).toHaveCount(0);
  expect(await ended).toBeLessThan(AT_ONCE.timeout);
});

test('[R44] An API key is shown once, opens what it carries, narrows with its maker, and ends', async ({
  page,
  app,
  newVisitor,
}) => {
  test.slow();
  const { admin, site, works, setRole } = await foundSite(page, app);
  const lena = await newVisitor();
  const { id } = await works(lena, 'developer', 'Lena Park');
  await lena.goto(admin('/api-keys'));
  await lena.getByRole('button', { name: 'New API key' }).click();
  const dialog = lena.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Deployment');
  const code = dialog.getByRole('group', { name: 'Code', exact: true });
  await code.getByLabel('See').check();
  await code.getByLabel('Edit').check();
  await dialog.getByRole('group', { name: 'Redirects' }).getByLabel('See').check();
  await choose(dialog.getByRole('combobox', { name: 'Expires' }), 'In 30 days');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const key = (await dialog.getByRole('group', { name: 'API key', exact: true }).textContent()) ?? '';
  await dialog.getByLabel('I saved it').check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(lena.getByText(key)).toHaveCount(0);

  const status = async (area: string) => {
    const answer = await fetch(`${app.url}/api/v1/sites/${site.id}/${area}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    return answer.status;
  };
  expect([await status('code'), await status('redirects'), await status('settings')]).toEqual([
    200, 200, 403,
  ]);

  await lena.goto('about:blank');
  await setRole(id, 'seo_specialist');
  expect([await status('code'), await status('redirects')]).toEqual([403, 200]);
  await page.goto(admin('/api-keys'));
  await expect(page.getByText('Narrowed: Lena Park can no longer see code and edit code.')).toBeVisible();
  // Uses are written down every 15 s.
  await expect(async () => {
    await page.reload();
    await expect(row(page, 'Deployment')).toContainText('Just now', AT_ONCE);
  }).toPass({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Revoke Deployment' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('It was used in the last 24 hours.');
  await question.getByRole('textbox').fill('Deployment');
  await question.getByRole('button', { name: 'Revoke key' }).click();
  await expect(toast(page, 'Revoked Deployment.')).toBeVisible();
  await expect(row(page, 'Deployment')).toHaveCount(0);
  expect(await status('redirects')).toBe(401);
  await page.getByLabel('Show ended keys').check();
  await expect(row(page, 'Deployment')).toContainText('Revoked');
});
