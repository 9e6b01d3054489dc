import { ACCEPT, JOIN, SITE, acceptAsNew, heading, invited } from '../invited.ts';
import { accept, newPerson, signUp } from '../people.ts';
import { expect, test } from '../test.ts';

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
