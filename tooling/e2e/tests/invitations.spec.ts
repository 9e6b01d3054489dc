import { members } from '../members-page.ts';
import { choose, row, toast } from '../parts.ts';
import { newPerson } from '../people.ts';
import { countPresses } from '../presses.ts';
import { expect, test } from '../test.ts';

test.describe('inviting', () => {
  test('takes four clicks; a second time the dialog offers to resend instead', async ({ page, app }) => {
    await members(page, app);
    const { email } = newPerson('Alex Rivera');
    const presses = await countPresses(page);
    await page.getByRole('link', { name: 'Invite Member' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite Member' });
    await dialog.getByLabel('Email').fill(email);
    await choose(dialog.getByLabel('Role'), 'Content Editor');
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await expect(row(page, email)).toContainText('Content Editor');
    await expect(toast(page, `Invited ${email}. The mail is on its way.`)).toBeVisible();
    await expect(page.getByRole('link', { name: email })).toBeFocused();
    expect(await presses.clicks()).toBeLessThanOrEqual(4);

    await page.getByRole('link', { name: 'Invite Member' }).click();
    await dialog.getByLabel('Email').fill(email);
    await dialog.getByLabel('Email').press('Enter');
    await expect(dialog.getByText(/^Invited .+ as Content Editor, expires in 48 hours\./)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Resend instead' })).toBeVisible();
  });

  test('works without a pointer: i, address, Tab, two letters, Ctrl+Enter', async ({ page, app }) => {
    const { owner } = await members(page, app);
    const { email } = newPerson('Alex Rivera');
    await page.getByRole('link', { name: owner.name }).focus();
    const presses = await countPresses(page);
    await page.keyboard.press('i');
    const dialog = page.getByRole('dialog', { name: 'Invite Member' });
    await expect(dialog.getByLabel('Email')).toBeFocused();
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type('co');
    await page.keyboard.press('Control+Enter');
    await expect(row(page, email)).toContainText('Content Editor');
    expect(await presses.clicks()).toBe(0);
    expect(await presses.keys()).toEqual(['i', 'Tab', 'c', 'o', 'Control+Enter']);
  });

  test('ten people at once takes four clicks and one paste, and each gets a mail of their own', async ({
    page,
    app,
  }) => {
    await members(page, app);
    const emails = Array.from({ length: 10 }, () => newPerson('Team Mate').email);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((text) => navigator.clipboard.writeText(text), emails.join('\n'));
    const presses = await countPresses(page);
    await page.getByRole('link', { name: 'Invite Member' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite Member' });
    await expect(dialog.getByLabel('Email')).toBeFocused();
    await page.keyboard.press('Control+v');
    await choose(dialog.getByLabel('Role'), 'Support Agent');
    await dialog.getByRole('button', { name: 'Send 10 invitations' }).click();
    await expect(toast(page, 'Invited 10 people. The mails are on their way.')).toBeVisible();
    for (const email of emails) await expect(row(page, email)).toHaveCount(1);
    expect(await presses.clicks()).toBeLessThanOrEqual(4);
    for (const email of emails) expect((await app.inbox.next(email, /invited you/)).to).toEqual([email]);
  });

  test('keeps what was typed when something is wrong, and says it at the field', async ({ page, app }) => {
    const { owner } = await members(page, app);
    await page.getByRole('link', { name: 'Invite Member' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite Member' });
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await expect(dialog.getByText('Enter an email address.')).toBeVisible();
    await expect(dialog.getByText('Choose a role.')).toBeVisible();
    await dialog.getByLabel('Email').fill('alex@');
    await dialog.getByLabel('Email').press('Enter');
    await expect(dialog.getByText('This is not a complete email address.').first()).toBeVisible();
    await expect(dialog.getByText('alex@').first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Remove alex@' }).click();
    await dialog.getByLabel('Email').fill(owner.email);
    await dialog.getByLabel('Email').press('Enter');
    await expect(dialog.getByText('That is you.')).toBeVisible();
  });
});

test.describe('pending invitations', () => {
  test('[R15] expired ones are all sent again by one click, then each rests for 30 s', async ({
    page,
    app,
  }) => {
    const { site, invite, open } = await members(page, app);
    const people = [newPerson('Alex Rivera'), newPerson('Jo Acme')] as const;
    for (const person of people) {
      await invite(site, person, 'content_editor');
      await app.database.age(person.email, 49);
    }
    await open('?tab=pending');
    await expect(page.getByText('Two invitations have expired.')).toBeVisible();
    for (const { email } of people) await expect(row(page, email)).toContainText(/expired .+ ago/);
    const presses = await countPresses(page);
    const before = app.inbox.mails.length;
    await page.getByRole('button', { name: 'Resend expired' }).click();
    for (const { email } of people)
      await expect(row(page, email)).toContainText('in 48 hours', { timeout: 2_000 });
    expect(await presses.clicks()).toBe(1);
    for (const { email } of people) await app.inbox.next(email, /^New link: /, before);
    const rests = row(page, people[0].email).getByRole('button', { name: /^again in \d+ s/ });
    await expect(rests).toHaveAttribute('aria-disabled', 'true');
    await expect(rests).toHaveAccessibleDescription(/Sent just now\. Try again in \d+ s\./);
  });

  test('[R16] one is revoked after one question, and may be invited anew', async ({ page, app }) => {
    const { site, invite, open } = await members(page, app);
    const alex = newPerson('Alex Rivera');
    await invite(site, alex, 'content_editor');
    await open('?tab=pending');
    await page.getByRole('button', { name: `Revoke invitation for ${alex.email}` }).click();
    const question = page.getByRole('alertdialog', { name: `Revoke the invitation for ${alex.email}?` });
    await expect(question).toContainText('The link in their email stops working now.');
    await expect(question.getByRole('button', { name: 'Keep' })).toBeFocused();
    await question.getByRole('button', { name: 'Revoke' }).click();
    await expect(row(page, alex.email)).toHaveCount(0);
    await expect(page.getByText('No open invitations. Everyone you invited has answered.')).toBeVisible();
    await choose(page.getByLabel('Show'), 'Revoked');
    await expect(row(page, alex.email)).toBeVisible();
    expect((await invite(site, alex, 'content_editor')).link).toContain('/invitation#');
  });

  test('[R17] another role for an open invitation ends the old link and sends a new one', async ({
    page,
    app,
    newVisitor,
  }) => {
    const { site, invite, open } = await members(page, app);
    const alex = newPerson('Alex Rivera');
    const { link } = await invite(site, alex, 'content_editor');
    await open('?tab=pending');
    await page.getByRole('link', { name: alex.email }).click();
    const drawer = page.getByRole('dialog', { name: alex.email });
    const before = app.inbox.mails.length;
    await choose(drawer.getByRole('combobox', { name: 'Role' }), 'Developer');
    await drawer.getByRole('button', { name: 'Change role' }).click();
    await expect(toast(page, `${alex.email} is now invited as Developer.`)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(row(page, alex.email)).toContainText('Developer');
    expect((await app.inbox.next(alex.email, /./, before)).text).toContain('Developer');
    const guest = await newVisitor();
    await guest.goto(link);
    await expect(guest.getByRole('heading', { level: 1 })).not.toHaveText(/^Join/);
  });
});
