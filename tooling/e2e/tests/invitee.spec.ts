import type { Page } from '@playwright/test';
import { found, type Agency } from '../agency.ts';
import type { RunningApp } from '../app.ts';
import { call } from '../call.ts';
import { accept, linkIn, newPerson, signUp } from '../people.ts';
import { expect, test } from '../test.ts';

const SITE = 'Northwind Coffee';
const JOIN = `Join ${SITE} as Content Editor`;
const ACCEPT = `Accept and open ${SITE}`;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Sarah with her site at `page`, and an open invitation to Alex. */
async function invited(page: Page, app: RunningApp) {
  const agency = await found(page, app, {
    owner: 'Sarah Chen',
    account: 'Bright Lines Agency',
    sites: [SITE],
  });
  const [site] = agency.sites as [Agency['sites'][0]];
  const alex = newPerson('Alex Rivera');
  const { id, link } = await agency.invite(site, alex, 'content_editor');
  const command = (method: 'POST' | 'DELETE', path: string) =>
    call(page, app.url, method, `/api/v1/sites/${site.id}/invitations/${id}${path}`);
  /** Sends it again and answers the new link. */
  const resend = async () => {
    await app.database.age(alex.email, 1);
    const before = app.inbox.mails.length;
    await command('POST', '/resend');
    return linkIn(await app.inbox.next(alex.email, /^New link: /, before), 'invitation');
  };
  return { ...agency, site, alex, link, resend, revoke: () => command('DELETE', '') };
}

async function acceptAsNew(page: Page, { name, password }: { name: string; password: string }) {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: ACCEPT }).click();
}

test('[R21] Somebody else reads whose invitation it is, switches, and comes back to it', async ({
  page,
  app,
  newVisitor,
}) => {
  const { alex, link } = await invited(page, app);
  const guest = await newVisitor();
  const dev = newPerson('Dev Patel');
  await signUp(guest, app, dev);
  await guest.goto(link);
  await expect(heading(guest)).toHaveText(`This invitation is for ${alex.email}`);
  await expect(guest.getByText(`You are signed in as ${dev.email}.`)).toBeVisible();
  await expect(guest.getByRole('link', { name: `Stay as ${dev.email}` })).toBeVisible();
  await guest.getByRole('button', { name: `Sign out and continue as ${alex.email}` }).click();
  await expect(heading(guest)).toHaveText(JOIN);
  await acceptAsNew(guest, alex);
  await expect(guest.getByText(`Welcome, Alex. You are Content Editor on ${SITE}.`)).toBeVisible();
});

test('[R21] A known person who is signed out signs in on the page and then accepts', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  watch.expect(/401 .*sign-in/);
  const { site, invite } = await invited(page, app);
  const lena = newPerson('Lena Park');
  await signUp(await newVisitor(), app, lena);
  const { link } = await invite(site, lena, 'content_editor');
  const guest = await newVisitor();
  await guest.goto(link);
  await expect(heading(guest)).toHaveText('Sign in to accept');
  await expect(guest.getByLabel('Email')).toHaveValue(lena.email);
  const password = guest.getByLabel('Password', { exact: true });
  await password.fill('not-her-password');
  await guest.getByRole('button', { name: 'Sign in' }).click();
  await expect(guest.getByText('The address and the password do not match.')).toBeVisible();
  await password.fill(lena.password);
  await guest.getByRole('button', { name: 'Sign in' }).click();
  await expect(heading(guest)).toHaveText(JOIN);
  await guest.getByRole('button', { name: ACCEPT }).click();
  await expect(guest.getByText(`Welcome, Lena. You are Content Editor on ${SITE}.`)).toBeVisible();
});

test('[R13] An expired link says until when it worked and asks the sender, once an hour', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  watch.expect(/429 .*request-new-link/);
  const { alex, owner, link, resend } = await invited(page, app);
  await app.database.age(alex.email, 48);
  const guest = await newVisitor();
  await guest.goto(link);
  await expect(heading(guest)).toHaveText('This link has expired');
  await expect(guest.getByText(/^It worked until .+ UTC\.$/)).toBeVisible();
  const ask = guest.getByRole('button', { name: `Ask ${owner.name} for a new link` });
  await ask.click();
  await expect(guest.getByText('Asked. You will get an email.')).toBeVisible();
  await app.inbox.next(owner.email, /asked for a new link/);
  await guest.reload();
  await ask.click();
  await expect(guest.getByText(/You asked within the last hour/)).toBeVisible();
  await guest.goto(await resend());
  await expect(heading(guest)).toHaveText(JOIN);
});

test('[R15] After a resend the earlier link says that there is a newer one, which works', async ({
  page,
  app,
  newVisitor,
}) => {
  const { alex, link, resend } = await invited(page, app);
  const newer = await resend();
  expect(newer).not.toBe(link);
  const guest = await newVisitor();
  await guest.goto(link);
  await expect(heading(guest)).toHaveText('There is a newer link');
  await guest.goto(newer);
  await expect(heading(guest)).toHaveText(JOIN);
  await acceptAsNew(guest, alex);
  await expect(guest.getByText(/^Welcome, Alex\./)).toBeVisible();
});

test('[R16] A revoked invitation ends the link at once, also under an open page', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  watch.expect(/410 .*accept/);
  const { alex, owner, link, revoke } = await invited(page, app);
  const guest = await newVisitor();
  await guest.goto(link);
  await expect(heading(guest)).toHaveText(JOIN);
  await revoke();
  await acceptAsNew(guest, alex);
  await expect(heading(guest)).toHaveText('This invitation was withdrawn');
  await expect(guest.getByText(`Ask ${owner.name} if you still need access.`)).toBeVisible();
  expect(await guest.context().cookies()).toEqual([]);
});

test('[R18] Declining tells the sender the reason and creates nobody', async ({ page, app, newVisitor }) => {
  const { alex, owner, site, path, link } = await invited(page, app);
  const guest = await newVisitor();
  await guest.goto(link);
  await guest.getByRole('button', { name: 'Decline' }).click();
  await expect(heading(guest)).toHaveText(`Decline the invitation to ${SITE}?`);
  await guest.getByLabel('Reason').fill('I work elsewhere now.');
  await guest.getByRole('button', { name: 'Decline' }).click();
  await expect(heading(guest)).toHaveText('Declined');
  const mail = await app.inbox.next(owner.email, /declined/);
  expect(mail.text).toContain('I work elsewhere now.');
  expect(mail.html).toContain('I work elsewhere now.');
  await guest.goto(link);
  await expect(heading(guest)).toHaveText('Declined');
  expect(await guest.context().cookies()).toEqual([]);
  await page.goto(path(site, '/members?tab=pending&status=declined'));
  await expect(page.getByRole('row').filter({ hasText: alex.email })).toContainText('I work elsewhere now.');
});

test('Every wrong link gets the same page', async ({ page, app, watch, newVisitor }) => {
  watch.expect(/(410|422) .*lookup/);
  const { link } = await invited(page, app);
  const guest = await newVisitor();
  const lastLetter = link.at(-1) === 'A' ? 'B' : 'A';
  for (const wrong of [
    `${app.url}/invitation`,
    `${app.url}/invitation#nonsense`,
    link.slice(0, -10),
    link.slice(0, -4) + lastLetter + link.slice(-3),
  ]) {
    await guest.goto('about:blank');
    await guest.goto(wrong);
    await expect(heading(guest)).toHaveText('This link is not complete');
    await expect(guest.getByText('Copy the whole address from the email')).toBeVisible();
    await guest.evaluate(() => sessionStorage.clear());
  }
});

test('[R22] Who accepted before is already in; anybody else is asked to sign in as them', async ({
  page,
  app,
  newVisitor,
}) => {
  const { alex, link } = await invited(page, app);
  const guest = await newVisitor();
  await accept(guest, app, link, alex);
  await guest.goto(link);
  await expect(heading(guest)).toHaveText('You are already in');
  await guest.getByRole('button', { name: `Open ${SITE}` }).click();
  await expect(heading(guest)).toHaveText(SITE);
  const stranger = await newVisitor();
  await stranger.goto(link);
  await expect(heading(stranger)).toHaveText('You are already in');
  await stranger.getByRole('link', { name: `Sign in as ${alex.email}` }).click();
  await expect(stranger.getByLabel('Email')).toHaveValue(alex.email);
  await stranger.getByRole('button', { name: 'Continue' }).click();
  await stranger.getByLabel('Password', { exact: true }).fill(alex.password);
  await stranger.getByRole('button', { name: 'Sign in' }).click();
  await expect(stranger.getByRole('button', { name: `Open ${SITE}` })).toBeVisible();
});

test('[R22] In two tabs one accepts and the other finds out that it is done', async ({
  page,
  app,
  newVisitor,
}) => {
  const { alex, link } = await invited(page, app);
  const first = await newVisitor();
  const second = await first.context().newPage();
  await Promise.all([first.goto(link), second.goto(link)]);
  for (const tab of [first, second]) await expect(heading(tab)).toHaveText(JOIN);
  await acceptAsNew(first, alex);
  await expect(heading(first)).toHaveText(SITE);
  await acceptAsNew(second, alex);
  await expect(heading(second)).toHaveText('You are already in');
  await second.getByRole('button', { name: `Open ${SITE}` }).click();
  await expect(heading(second)).toHaveText(SITE);
});

test('[R24] Without a free seat the invitation waits, and works once there is one', async ({
  page,
  app,
  watch,
  newVisitor,
}) => {
  watch.expect(/409 .*accept/);
  const { alex, account, site, join, link } = await invited(page, app);
  for (const name of ['Priya Nair', 'Tom Halley', 'Lena Park', 'Rita Vega'])
    await join(await newVisitor(), site, name, 'support_agent');
  await app.database.setPlan(account.id, 'starter');
  const guest = await newVisitor();
  await guest.goto(link);
  await acceptAsNew(guest, alex);
  await expect(heading(guest)).toHaveText('Bright Lines Agency has no free seat');
  await app.database.setPlan(account.id, 'team');
  await guest.getByRole('button', { name: 'Try again' }).click();
  await expect(guest.getByText(/^Welcome, Alex\./)).toBeVisible();
});

test('[A-031] The token is in no request, referrer, address or storage of another tab', async ({
  page,
  app,
  newVisitor,
}) => {
  const { alex, link } = await invited(page, app);
  const secret = link.split('.').at(-1) as string;
  const guest = await newVisitor();
  const lines: string[] = [];
  guest.on('request', (request) => {
    lines.push(request.url(), JSON.stringify(request.headers()));
  });
  await guest.addInitScript(() => {
    const send = window.fetch;
    window.fetch = (...call) => {
      const seen = JSON.parse(sessionStorage.getItem('addresses') ?? '[]') as string[];
      sessionStorage.setItem('addresses', JSON.stringify([...seen, location.href]));
      return send(...call);
    };
  });
  await guest.goto(link);
  await expect(heading(guest)).toHaveText(JOIN);
  expect(new URL(guest.url()).hash).toBe('');

  // It survives a reload, in this tab only.
  await guest.reload();
  await expect(heading(guest)).toHaveText(JOIN);
  const other = await guest.context().newPage();
  await other.goto('/sign-in');
  const stored = await other.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain(secret);
  const cookies = async () => JSON.stringify(await guest.context().cookies());
  expect(await cookies()).not.toContain(secret);

  await acceptAsNew(guest, alex);
  await expect(heading(guest)).toHaveText(SITE);
  const kept = await guest.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(secret);
  expect(await cookies()).not.toContain(secret);
  const addresses = await guest.evaluate(() => sessionStorage.getItem('addresses') ?? '');
  expect(addresses).toContain('/invitation');
  expect(addresses).not.toContain(secret);
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter((line) => line.includes(secret))).toEqual([]);
});

test('[A-033] [R20] Opening the link twenty times changes nothing', async ({ page, app, newVisitor }) => {
  const { site, link } = await invited(page, app);
  const list = () => call(page, app.url, 'GET', `/api/v1/sites/${site.id}/invitations`);
  // The first mail must have its mark before it is compared.
  await expect.poll(async () => JSON.stringify(await list())).toContain('"delivery":"sent"');
  const before = await list();
  const guest = await newVisitor();
  for (let time = 0; time < 20; time += 1) {
    await guest.goto('about:blank');
    await Promise.all([
      guest.waitForResponse((answer) => answer.url().endsWith('/invitations/lookup')),
      guest.goto(link),
    ]);
  }
  await expect(heading(guest)).toHaveText(JOIN);
  for (const method of ['GET', 'HEAD']) await guest.request.fetch(link, { method });
  expect(await list()).toEqual(before);
  expect(await guest.context().cookies()).toEqual([]);
});
