import { call } from '../call.ts';
import { choose, row, toast } from '../parts.ts';
import { linkIn, newPerson } from '../people.ts';
import { countPresses } from '../presses.ts';
import { expect, test } from '../test.ts';

/** "visible elsewhere" (ui/brief.md §13, R29). */
const AT_ONCE = { timeout: 2_000 };
const SITE = 'Northwind Coffee';

test('The main job, from an empty page: a site, an invitation, a new member, another role, removal, Undo', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  test.slow();
  const sarah = newPerson('Sarah Chen');
  const alex = newPerson('Alex Rivera');

  await test.step('Sarah signs up, and the mailed link signs her in', async () => {
    await page.goto('/sign-up');
    await page.getByLabel('Your name').fill(sarah.name);
    await page.getByLabel('Email').fill(sarah.email);
    await page.getByLabel('Password', { exact: true }).fill(sarah.password);
    await page.getByRole('button', { name: 'Create your login' }).click();
    await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
    await page.goto(linkIn(await app.inbox.next(sarah.email, /./), 'verify-email'));
    await page.getByRole('button', { name: 'Confirm and sign in' }).click();
  });

  await test.step('She names her account and adds a site', async () => {
    await page.getByLabel('Account name').fill('Bright Lines Agency');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page).toHaveURL(/\/bright-lines-agency/);
    await page.goto(`${new URL(page.url()).pathname.split('/', 2).join('/')}/sites`);
    await page.getByRole('main').getByRole('link', { name: 'New site' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New site' });
    await dialog.getByLabel('Name').fill(SITE);
    await dialog.getByLabel('Domain').fill('northwindcoffee.com');
    await dialog.getByRole('button', { name: 'Create site' }).click();
    await expect(page).toHaveURL(/\/sites\/northwind-coffee\/members/);
    await expect(row(page, sarah.email)).toContainText('Owner');
  });

  await test.step('She invites Alex by the dialog; the row is in Pending', async () => {
    await page.getByRole('link', { name: 'Invite Member' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite Member' });
    await dialog.getByLabel('Email').fill(alex.email);
    await choose(dialog.getByLabel('Role'), 'Content Editor');
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page).toHaveURL(/tab=pending/);
    await expect(row(page, alex.email)).toContainText('Content Editor');
    await expect(row(page, alex.email)).toContainText('in 48 hours');
    await expect(row(page, alex.email)).toContainText('sent');
  });

  const mail = await app.inbox.next(alex.email, /invited you/);
  const link = linkIn(mail, 'invitation');
  await test.step('[R27] The mail says in both parts who, where, as what and until when', () => {
    expect(mail.subject).toBe(`Bright Lines Agency invited you to ${SITE}`);
    expect(mail.to).toEqual([alex.email]);
    expect(mail.raw).toMatch(new RegExp(`^reply-to:.*${sarah.email}`, 'im'));
    for (const part of [mail.text, mail.html]) {
      for (const fact of [
        SITE,
        'Bright Lines Agency',
        'Content Editor',
        sarah.name,
        sarah.email,
        'UTC',
        '48 hours',
        link,
        'Opening the link does not accept anything.',
        'Did not expect this?',
      ])
        expect(part).toContain(fact);
    }
  });

  const guest = await newVisitor();
  await test.step('[R21] Alex accepts as a new person: two clicks, two fields', async () => {
    await guest.goto(link);
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText(`Join ${SITE} as Content Editor`);
    const presses = await countPresses(guest);
    await guest.getByLabel('Your name').fill(alex.name);
    await guest.getByLabel('Password', { exact: true }).fill(alex.password);
    await guest.getByRole('button', { name: `Accept and open ${SITE}` }).click();
    await expect(guest).toHaveURL(/\/admin\/bright-lines-agency[^/]*\/northwind-coffee/);
    await expect(guest.getByRole('status').filter({ hasText: 'Welcome, Alex.' })).toContainText(
      `You are Content Editor on ${SITE}.`,
    );
    // The click in the mail is the other one of the two.
    expect(await presses.clicks()).toBeLessThanOrEqual(1);
  });

  await test.step('Within 2 s and without reload the row has moved to Active', async () => {
    await expect(row(page, alex.email)).toHaveCount(0, AT_ONCE);
    await expect(page.getByText('Alex Rivera accepted and is now Content Editor.').first()).toBeVisible();
    await page.getByRole('link', { name: /^Active/ }).click();
    await expect(row(page, alex.email)).toContainText('Content Editor');
  });

  await test.step('[R29] Sarah changes the role; the open page of Alex follows within 2 s', async () => {
    await page.getByRole('link', { name: alex.name }).click();
    const drawer = page.getByRole('dialog', { name: alex.name });
    await choose(drawer.getByLabel('Role'), 'SEO Specialist');
    await expect(drawer).toContainText(/Gains.*SEO/s);
    await expect(drawer).toContainText(/Loses.*Pages/s);
    await drawer.getByRole('button', { name: 'Save changes' }).click();
    await expect(toast(page, `Alex Rivera is now SEO Specialist on ${SITE}.`)).toBeVisible();
    await expect(guest.getByRole('main')).toContainText('SEO Specialist', AT_ONCE);
    const { sites } = await call<{ sites: { role: string }[] }>(guest, app.url, 'GET', '/api/v1/me');
    expect(sites.map(({ role }) => role)).toEqual(['seo_specialist']);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  });

  await test.step('[R30] She removes Alex, whose page says so at once and at every further click', async () => {
    watch.expect(/403|404/);
    await page.getByRole('button', { name: `Actions for ${alex.name}` }).click();
    await page.getByRole('menuitem', { name: 'Remove from site' }).click();
    const question = page.getByRole('alertdialog', { name: `Remove ${alex.name} from ${SITE}?` });
    await expect(question).toContainText('They lose access at once, open pages included.');
    await expect(question).toContainText('They are on no other site.');
    await question.getByRole('button', { name: 'Remove from site' }).click();
    await expect(toast(page, `${alex.name} removed from ${SITE}.`)).toBeVisible();
    await expect(row(page, alex.email)).toHaveCount(0);
    await expect(guest.getByRole('heading', { name: `You no longer have access to ${SITE}.` })).toBeVisible(
      AT_ONCE,
    );
    await guest.reload();
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText(/nothing here|no longer have access/i);
    const mine = await call<{ sites: unknown[]; accounts: unknown[] }>(guest, app.url, 'GET', '/api/v1/me');
    expect(mine).toMatchObject({ sites: [], accounts: [] });
    await app.inbox.next(alex.email, /removed|no longer|access/i);
  });

  await test.step('[R33] Undo brings Alex back with the role, and the page opens again', async () => {
    await toast(page, `${alex.name} removed from ${SITE}.`).getByRole('button', { name: 'Undo' }).click();
    await expect(toast(page, `${alex.name} is back on ${SITE}.`)).toBeVisible();
    await expect(row(page, alex.email)).toContainText('SEO Specialist');
    await guest.goto('/');
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText(SITE);
    await expect(guest.getByRole('main')).toContainText('SEO Specialist');
  });
});
