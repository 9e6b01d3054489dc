import type { Page } from '@playwright/test';
import { found, type Agency } from '../agency.ts';
import type { RunningApp } from '../app.ts';
import { call } from '../call.ts';
import { newPerson } from '../people.ts';
import { choose, row, toast } from '../parts.ts';
import { countPresses } from '../presses.ts';
import { expect, test } from '../test.ts';

const SITES = ['Northwind Coffee', 'Harbour Dental', 'Kestrel Outdoor', 'Lumen Yoga'];
const agencyOf = (page: Page, app: RunningApp, sites: readonly string[] = SITES) =>
  found(page, app, { owner: 'Sarah Chen', account: 'Bright Lines Agency', sites });
type Sites = [Agency['sites'][0], ...Agency['sites'][0][]];

test('The list of people is searched and filtered, and the address keeps both', async ({
  page,
  app,
  newVisitor,
}) => {
  const agency = await agencyOf(page, app);
  const [northwind, harbour] = agency.sites as [Sites[0], Sites[0]];
  const tom = await agency.join(await newVisitor(), northwind, 'Tom Halley', 'content_editor');
  const rita = await agency.join(await newVisitor(), harbour, 'Rita Vega', 'support_agent');
  await agency.setAccountRole(rita.id, 'viewer');
  await page.goto(`/${agency.account.slug}/members`);
  await expect(row(page, tom.email)).toContainText('Content Editor');

  await page.keyboard.press('/');
  await expect(page.getByLabel('Find a member')).toBeFocused();
  await page.keyboard.type('tom');
  await expect(row(page, rita.email)).toHaveCount(0);
  await page.reload();
  await expect(row(page, tom.email)).toBeVisible();
  await expect(row(page, rita.email)).toHaveCount(0);
  await page.getByLabel('Find a member').fill('nobody at all');
  await expect(page.getByText("No member matches 'nobody at all'.")).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();

  for (const [filter, option, clear] of [
    ['Account role', 'Viewer', 'Clear account role'],
    ['Site', 'Harbour Dental', 'Clear site'],
    ['Site role', 'Support Agent', 'Clear site role'],
  ] as const) {
    await choose(page.getByRole('combobox', { name: filter, exact: true }), option);
    await expect(row(page, tom.email)).toHaveCount(0);
    await expect(row(page, rita.email)).toBeVisible();
    await page.reload();
    await expect(row(page, rita.email)).toBeVisible();
    await expect(row(page, tom.email)).toHaveCount(0);
    await page.getByRole('button', { name: clear, exact: true }).click();
    await expect(row(page, tom.email)).toBeVisible();
  }
});

test('[R9] The account role is changed in the row; its holder has it at the next click', async ({
  page,
  app,
  newVisitor,
}) => {
  const agency = await agencyOf(page, app);
  const [northwind] = agency.sites as Sites;
  const theirs = await newVisitor();
  const tom = await agency.join(theirs, northwind, 'Tom Halley', 'content_editor');
  await page.goto(`/${agency.account.slug}/members`);
  await expect(
    row(page, agency.owner.email).getByRole('combobox'),
    'the account owner has no select',
  ).toHaveCount(0);
  const select = page.getByRole('combobox', { name: `Account role of ${tom.name}` });
  await choose(select, 'Viewer');
  await expect(toast(page, `${tom.name} is now Viewer.`)).toBeVisible();
  await expect(select).toHaveText('Viewer');
  await theirs.goto(`/${agency.account.slug}/members`);
  await expect(row(theirs, agency.owner.email)).toBeVisible();
  await expect(theirs.getByText(/^You can see members here\./)).toContainText(agency.owner.name);
  await expect(theirs.getByRole('checkbox')).toHaveCount(0);
});

test('[R35] Somebody is assigned to three sites at once, gets one mail, and Undo takes them away', async ({
  page,
  app,
  newVisitor,
}) => {
  const agency = await agencyOf(page, app);
  const [northwind, ...others] = agency.sites as Sites;
  const theirs = await newVisitor();
  const tom = await agency.join(theirs, northwind, 'Tom Halley', 'content_editor');
  await page.goto(`/${agency.account.slug}/members`);
  await page.getByRole('link', { name: tom.name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(tom.name);
  await page.getByRole('button', { name: 'Assign to sites' }).click();
  const dialog = page.getByRole('dialog', { name: `Assign ${tom.name} to sites` });
  await choose(dialog.getByLabel('Role', { exact: true }), 'Developer');
  for (const { name } of others) await dialog.getByRole('checkbox', { name }).check();
  await expect(dialog).toContainText(
    `Adds Developer on 3 sites. Takes effect at once; ${tom.name} gets one email.`,
  );
  const before = app.inbox.mails.length;
  await dialog.getByRole('button', { name: 'Assign to 3 sites' }).click();
  const done = toast(page, `${tom.name} assigned to 3 sites.`);
  await expect(done).toBeVisible();
  for (const { name } of others) await expect(row(page, name)).toContainText('Assigned by Sarah Chen');
  const mail = await app.inbox.next(tom.email, /gave you access/, before);
  for (const { name } of others) expect(mail.text).toContain(name);
  const sitesOf = async () =>
    (await call<{ sites: unknown[] }>(theirs, app.url, 'GET', '/api/v1/me')).sites.length;
  expect(await sitesOf()).toBe(4);
  await done.getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page, 'The new roles are taken away again.')).toBeVisible();
  expect(await sitesOf()).toBe(1);
  await expect(row(page, 'Kestrel Outdoor')).toHaveCount(0);
});

test("A person's roles are changed in their row, collected and saved together", async ({
  page,
  app,
  newVisitor,
}) => {
  const agency = await agencyOf(page, app);
  const [northwind, harbour] = agency.sites as [Sites[0], Sites[0]];
  const tom = await agency.join(await newVisitor(), northwind, 'Tom Halley', 'content_editor');
  await agency.assign(tom.id, [harbour], 'support_agent');
  await page.goto(`/${agency.account.slug}/members/${tom.id}`);
  await choose(page.getByRole('combobox', { name: 'Role on Northwind Coffee' }), 'Developer');
  await page.getByRole('button', { name: 'Remove from Harbour Dental' }).click();
  await expect(page.getByRole('group', { name: '2 changes: 1 role, 1 removal' })).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  const saved = toast(page, `2 changes saved for ${tom.name}.`);
  await expect(saved).toBeVisible();
  await expect(row(page, 'Harbour Dental')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Role on Northwind Coffee' })).toHaveText('Developer');
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expect(
    page.getByText(`Sarah Chen changed ${tom.name} from Content Editor to Developer on Northwind Coffee`),
  ).toBeVisible();
});

test('[R31] Removal from the account and 14 sites: a preview, three clicks and the typed address; [R33] Undo', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  watch.expect(/40[34]/);
  const names = Array.from({ length: 14 }, (_, index) => `Client ${String(index + 1).padStart(2, '0')}`);
  const agency = await agencyOf(page, app, names);
  const [first, ...others] = agency.sites as Sites;
  const theirs = await newVisitor();
  const tom = await agency.join(theirs, first, 'Tom Halley', 'platform_admin');
  await agency.assign(tom.id, others, 'content_editor');
  const sent = newPerson('Jo Acme');
  await call(theirs, app.url, 'POST', `/api/v1/sites/${first.id}/invitations`, {
    email: sent.email,
    role: 'developer',
  });
  await theirs.goto(agency.path(first, '/members'));
  await expect(row(theirs, tom.email)).toBeVisible();

  await page.goto(`/${agency.account.slug}/members`);
  const presses = await countPresses(page);
  await page.getByRole('link', { name: tom.name }).click();
  await page.getByRole('button', { name: 'Remove from account' }).click();
  const question = page.getByRole('alertdialog', { name: `Remove ${tom.name} from Bright Lines Agency?` });
  await expect(question).toContainText('14 sites');
  for (const name of names) await expect(question).toContainText(name);
  await expect(question).toContainText('1 invitation they sent, not answered yet');
  const confirm = question.getByRole('button', { name: 'Remove from account and 14 sites' });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await question.getByLabel(`Type ${tom.email} to confirm`).focus();
  await page.keyboard.type(tom.email);
  await confirm.click();
  const removed = toast(page, `${tom.name} removed from Bright Lines Agency and 14 sites.`);
  await expect(removed).toContainText('1 invitation was withdrawn.');
  expect(await presses.clicks()).toBeLessThanOrEqual(3);
  await expect(row(page, tom.email)).toHaveCount(0);

  await test.step('The open page of the removed person ends, and so does every further call', async () => {
    await expect(row(theirs, tom.email)).toHaveCount(0, { timeout: 2_000 });
    const refused = await theirs.request.get(`${app.url}/api/v1/sites/${first.id}`);
    expect(refused.status()).toBe(404);
    const mine = await call<{ accounts: unknown[] }>(theirs, app.url, 'GET', '/api/v1/me');
    expect(mine.accounts).toEqual([]);
  });

  await removed.getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page, `${tom.name} is back on 14 sites.`)).toContainText(
    'Withdrawn invitations stay withdrawn.',
  );
  await expect(row(page, tom.email)).toContainText('14 sites');
  const { sites } = await call<{ sites: unknown[] }>(theirs, app.url, 'GET', '/api/v1/me');
  expect(sites).toHaveLength(14);
});

test('[R24] A full account says how many are in it, keeps what was typed, and takes who is in it anyway', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  watch.expect(/409 .*invitations/);
  const agency = await agencyOf(page, app);
  const [northwind, harbour] = agency.sites as [Sites[0], Sites[0]];
  const tom = await agency.join(await newVisitor(), northwind, 'Tom Halley', 'content_editor');
  for (const name of ['Jo Acme', 'Alex Rivera', 'Rita Vega'])
    await agency.invite(northwind, newPerson(name), 'developer');
  await app.database.setPlan(agency.account.id, 'starter');
  const { email } = newPerson('Wei Zhang');
  await page.goto(agency.path(harbour, '/members?invite=true'));
  const dialog = page.getByRole('dialog', { name: 'Invite Member' });
  await expect(dialog).toContainText('2 of 5 seats, 3 reserved');
  await dialog.getByLabel('Email').fill(email);
  await choose(dialog.getByLabel('Role'), 'Developer');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog.getByText('All 5 seats are taken: 2 people, 3 invited.')).toBeVisible();
  await expect(dialog.getByText(email).first()).toBeVisible();
  await agency.assign(tom.id, [harbour], 'developer');
});
