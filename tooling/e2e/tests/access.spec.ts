import type { Locator, Page } from '@playwright/test';
import { found, type Agency } from '../agency.ts';
import type { RunningApp } from '../app.ts';
import { call } from '../call.ts';
import { toast } from '../parts.ts';
import { countPresses } from '../presses.ts';
import { checkScreen } from '../screens.ts';
import { expect, test } from '../test.ts';

const SITES = ['Atlas Movers', 'Fern & Co', 'Harbour Dental'];
type Site = Agency['sites'][0];

/** Sarah at the matrix of three sites that are hers, with Tom on the first. */
async function matrix(page: Page, app: RunningApp, theirs: Page) {
  const agency = await found(page, app, {
    owner: 'Sarah Chen',
    account: 'Bright Lines Agency',
    sites: SITES,
  });
  const [atlas, fern, harbour] = agency.sites as [Site, Site, Site];
  const tom = await agency.join(theirs, atlas, 'Tom Halley', 'content_editor');
  await page.goto(`/${agency.account.slug}/access`);
  const cell = (who: string, site: Site, letters = '') => cellOn(page, who, site, letters);
  await expect(cell(tom.name, atlas, 'CE Content Editor')).toBeVisible();
  const rolesOfTom = async () => {
    const { sites } = await call<{ sites: { name: string; role: string }[] }>(
      ...([theirs, app.url, 'GET', '/api/v1/me'] as const),
    );
    return Object.fromEntries(sites.map(({ name, role }) => [name, role]));
  };
  return { ...agency, atlas, fern, harbour, tom, cell, rolesOfTom };
}

const cellOn = (page: Page, who: string, site: Site, letters = ''): Locator =>
  page.getByRole('gridcell', { name: new RegExp(`^${letters}.*, ${who}, ${site.name}`) });

test('A role is changed by four keys, and Undo gives the former one back', async ({
  page,
  app,
  newVisitor,
}) => {
  const { tom, atlas, cell, rolesOfTom } = await matrix(page, app, await newVisitor());
  await cell(tom.name, atlas).focus();
  const presses = await countPresses(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('d');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  const saved = toast(page, '1 change saved.');
  await expect(saved).toBeVisible();
  expect(await presses.keys(), 'ui/brief.md §13, measure 5').toEqual([
    'Enter',
    'd',
    'Enter',
    'Control+Enter',
  ]);
  expect(await presses.clicks()).toBe(0);
  expect(await rolesOfTom()).toEqual({ 'Atlas Movers': 'developer' });
  await expect(cell(tom.name, atlas, 'DV Developer')).toBeFocused();
  await saved.getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page, 'Everybody has the former access again.')).toBeVisible();
  expect(await rolesOfTom()).toEqual({ 'Atlas Movers': 'content_editor' });
  await expect(cell(tom.name, atlas, 'CE Content Editor')).toBeVisible();
});

test('With the pointer it takes three clicks', async ({ page, app, newVisitor }) => {
  const { tom, atlas, cell, rolesOfTom } = await matrix(page, app, await newVisitor());
  const presses = await countPresses(page);
  await cell(tom.name, atlas).click();
  await page.getByRole('option', { name: 'Support Agent' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(toast(page, '1 change saved.')).toBeVisible();
  expect(await presses.clicks()).toBe(3);
  expect(await rolesOfTom()).toEqual({ 'Atlas Movers': 'support_agent' });
});

test('[R33] Several cells get one role at once and one is removed; Undo restores the first day too', async ({
  page,
  app,
  newVisitor,
}) => {
  const { tom, atlas, fern, cell, rolesOfTom, account } = await matrix(page, app, await newVisitor());
  const joined = async () => {
    const path = `/api/v1/accounts/${account.id}/members/${tom.id}`;
    const { sites } = await call<{ sites: { site: { id: string }; joinedAt: string }[] }>(
      ...([page, app.url, 'GET', path] as const),
    );
    return sites.find(({ site }) => site.id === atlas.id)?.joinedAt;
  };
  const before = await joined();
  await cell(tom.name, atlas).focus();
  await page.keyboard.press('Delete');
  await cell(tom.name, fern).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('m');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 changes: 2 new, 1 removal')).toBeVisible();
  await page.getByRole('button', { name: 'Review' }).click();
  const review = page.getByRole('dialog', { name: 'Review 3 changes' });
  await expect(review).toContainText(`${tom.name} is removed from Atlas Movers, as Content Editor.`);
  await expect(review).toContainText(`${tom.name} becomes Marketing Manager on Fern & Co.`);
  await review.getByRole('button', { name: 'Save changes' }).click();
  const saved = toast(page, '3 changes saved.');
  await expect(saved).toBeVisible();
  expect(await rolesOfTom()).toEqual({
    'Fern & Co': 'marketing_manager',
    'Harbour Dental': 'marketing_manager',
  });
  await saved.getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page, 'Everybody has the former access again.')).toBeVisible();
  expect(await rolesOfTom()).toEqual({ 'Atlas Movers': 'content_editor' });
  expect(await joined()).toBe(before);
});

test('What others change appears by itself; staged changes stay, and a refused one says why', async ({
  page,
  app,
  newVisitor,
  watch,
}) => {
  const { tom, atlas, fern, harbour, rolesOfTom, ...agency } = await matrix(page, app, await newVisitor());
  const hers = await newVisitor();
  const amara = await agency.join(hers, atlas, 'Amara Okafor', 'platform_admin');
  await agency.assign(amara.id, [fern, harbour], 'platform_admin');
  await agency.setAccountRole(amara.id, 'viewer');
  await hers.goto(`/${agency.account.slug}/access`);
  for (const [site, letter] of [
    [atlas, 'd'],
    [fern, 'm'],
    [harbour, 'm'],
  ] as const) {
    await cellOn(hers, tom.name, site).focus();
    await hers.keyboard.press(letter);
    await hers.keyboard.press('Enter');
  }
  await expect(hers.getByText('3 changes: 2 new, 1 role')).toBeVisible();

  await agency.assign(tom.id, [harbour], 'marketing_manager');
  await expect(hers.getByText('2 changes: 1 new, 1 role'), 'one has come true by itself').toBeVisible();
  await call(page, app.url, 'PATCH', `/api/v1/sites/${atlas.id}/members/${amara.id}`, {
    role: 'content_editor',
  });
  await expect(cellOn(hers, amara.name, atlas, 'CE Content Editor')).toBeVisible();
  await expect(hers.getByText('2 changes: 1 new, 1 role')).toBeVisible();

  watch.expect(/409 .*access-changes/);
  await hers.keyboard.press('Control+Enter');
  await expect(hers.getByRole('alert')).toContainText(
    'Nothing was saved. 1 of 2 changes was refused. The other change is still here.',
  );
  expect(await rolesOfTom()).toEqual({
    'Atlas Movers': 'content_editor',
    'Harbour Dental': 'marketing_manager',
  });
  await expect(cellOn(hers, tom.name, atlas, 'CE Content Editor')).toHaveAccessibleName(
    /refused: You cannot do this here/,
  );
  await hers.keyboard.press('Control+Enter');
  await expect(toast(hers, '1 change saved.')).toBeVisible();
  expect(await rolesOfTom()).toMatchObject({ 'Fern & Co': 'marketing_manager' });
});

test('A phone shows the same as a list', async ({ page, app, newVisitor }) => {
  const { tom, atlas, rolesOfTom } = await matrix(page, app, await newVisitor());
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.getByRole('grid')).toHaveCount(0);
  await page.getByRole('button', { name: `${tom.name} Content Editor on 1 site` }).click();
  await page.getByRole('combobox', { name: `Role of ${tom.name} on ${atlas.name}` }).click();
  await page.getByRole('option', { name: 'Developer' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(toast(page, '1 change saved.')).toBeVisible();
  expect(await rolesOfTom()).toEqual({ 'Atlas Movers': 'developer' });
  await checkScreen(page, 'access-list');
});

test('The matrix passes axe in both themes and widths, plain, at work and in review', async ({
  page,
  app,
  newVisitor,
}) => {
  test.slow();
  const { tom, atlas, fern, cell, account } = await matrix(page, app, await newVisitor());
  await checkScreen(page, 'access');
  await page.goto(`/${account.slug}/access?view=matrix&group=role`);
  await cell(tom.name, atlas).click();
  await checkScreen(page, 'access-roles');
  await page.getByRole('option', { name: 'Developer' }).click();
  await cell(tom.name, fern).click();
  await page.getByRole('option', { name: 'Owner', exact: true }).click();
  await checkScreen(page, 'access-staged');
  await page.getByRole('button', { name: 'Review' }).click();
  await checkScreen(page, 'access-review');
});
