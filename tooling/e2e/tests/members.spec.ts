import { SITE, members } from '../members-page.ts';
import { choose, row, toast } from '../parts.ts';
import { countPresses } from '../presses.ts';
import { expect, test } from '../test.ts';

test.describe('active members', () => {
  test('another role takes four clicks, and Undo gives the former one back', async ({
    page,
    app,
    newVisitor,
  }) => {
    const { site, join } = await members(page, app);
    const tom = await join(await newVisitor(), site, 'Tom Halley', 'content_editor');
    await expect(row(page, tom.email)).toBeVisible();
    const presses = await countPresses(page);
    await page.getByRole('link', { name: tom.name }).click();
    const drawer = page.getByRole('dialog', { name: tom.name });
    await choose(drawer.getByLabel('Role'), 'Developer');
    await drawer.getByRole('button', { name: 'Save changes' }).click();
    const saved = toast(page, `${tom.name} is now Developer on ${SITE}.`);
    await expect(saved).toBeVisible();
    expect(await presses.clicks()).toBeLessThanOrEqual(4);
    await saved.getByRole('button', { name: 'Undo' }).click();
    await expect(toast(page, `${tom.name} is as before.`)).toBeVisible();
    await page.goBack();
    await expect(row(page, tom.email)).toContainText('Content Editor');
  });

  test('[R30] removal takes three clicks, Undo one; without a pointer Delete, Tab, Enter', async ({
    page,
    app,
    newVisitor,
  }) => {
    const { site, join } = await members(page, app);
    const tom = await join(await newVisitor(), site, 'Tom Halley', 'content_editor');
    await expect(row(page, tom.email)).toBeVisible();
    let presses = await countPresses(page);
    await page.getByRole('button', { name: `Actions for ${tom.name}` }).click();
    await page.getByRole('menuitem', { name: 'Remove from site' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove from site' }).click();
    const removed = toast(page, `${tom.name} removed from ${SITE}.`);
    await expect(removed).toBeVisible();
    await expect(row(page, tom.email)).toHaveCount(0);
    expect(await presses.clicks()).toBeLessThanOrEqual(3);
    await removed.getByRole('button', { name: 'Undo' }).click();
    await expect(row(page, tom.email)).toContainText('Content Editor');
    expect(await presses.clicks()).toBeLessThanOrEqual(4);

    await page.reload();
    await page.getByRole('link', { name: tom.name }).focus();
    presses = await countPresses(page);
    await page.keyboard.press('Delete');
    const question = page.getByRole('alertdialog', { name: `Remove ${tom.name} from ${SITE}?` });
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(row(page, tom.email)).toHaveCount(0);
    expect(await presses.keys()).toEqual(['Delete', 'Tab', 'Enter']);
    expect(await presses.clicks()).toBe(0);
  });

  test('search and role filter are in the address and survive a reload', async ({
    page,
    app,
    newVisitor,
  }) => {
    const { site, join, owner, open } = await members(page, app);
    const tom = await join(await newVisitor(), site, 'Tom Halley', 'content_editor');
    const rita = await join(await newVisitor(), site, 'Rita Vega', 'support_agent');
    await open();
    await page.getByLabel('Find a member').fill('tom');
    await expect(row(page, rita.email)).toHaveCount(0);
    await expect(page).toHaveURL(/q=tom/);
    await page.reload();
    await expect(page.getByLabel('Find a member')).toHaveValue('tom');
    await expect(row(page, tom.email)).toBeVisible();
    await expect(row(page, owner.email)).toHaveCount(0);
    await page.getByLabel('Find a member').fill('');
    await choose(page.getByLabel('Role filter'), 'Support Agent');
    await expect(page).toHaveURL(/role=support_agent/);
    await expect(row(page, tom.email)).toHaveCount(0);
    await page.reload();
    await expect(row(page, rita.email)).toBeVisible();
    await expect(row(page, tom.email)).toHaveCount(0);
    await choose(page.getByLabel('Role filter'), 'Developer');
    await expect(page.getByText('No Developer here.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear role filter' }).click();
    await expect(row(page, tom.email)).toBeVisible();
  });

  test('[R7] a Platform Admin cannot touch an Owner and reads why; [R8] nor themselves', async ({
    page,
    app,
    newVisitor,
  }) => {
    const { site, join, path, owner } = await members(page, app);
    const theirs = await newVisitor();
    const priya = await join(theirs, site, 'Priya Nair', 'platform_admin');
    await theirs.goto(path(site, '/members'));
    await expect(theirs.getByRole('checkbox', { name: `Select ${owner.name}` })).toHaveCount(0);
    await theirs.getByRole('link', { name: owner.name }).click();
    const drawer = theirs.getByRole('dialog', { name: owner.name });
    await expect(drawer).toContainText(
      'Only an Owner of this site or an admin of the account can change an Owner.',
    );
    await expect(drawer.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
    await expect(drawer.getByRole('button', { name: 'Remove from site' })).toHaveCount(0);
    await theirs.keyboard.press('Escape');
    await theirs.getByRole('link', { name: priya.name }).click();
    await expect(theirs.getByRole('dialog', { name: priya.name })).toContainText(
      `You cannot change your own role. Ask ${owner.name}.`,
    );
    await theirs.keyboard.press('Escape');
    await theirs.getByRole('link', { name: 'Invite Member' }).click();
    await theirs.getByRole('dialog').getByLabel('Role').click();
    const offer = theirs.getByRole('option', { name: /^Owner/ });
    await expect(offer).toHaveAttribute('aria-disabled', 'true');
    await expect(offer).toContainText(
      'Only an Owner of this site or an admin of the account can give this role.',
    );
  });

  test('[R6] a Content Editor sees the members, no controls, and whom to ask', async ({
    page,
    app,
    newVisitor,
  }) => {
    const { site, join, path, owner } = await members(page, app);
    const theirs = await newVisitor();
    const tom = await join(theirs, site, 'Tom Halley', 'content_editor');
    await theirs.goto(path(site, '/members?invite=true'));
    await expect(row(theirs, owner.email)).toContainText('Owner');
    await expect(row(theirs, tom.email)).toContainText('You');
    await expect(
      theirs.getByText(`You can see members here. To add or remove people ask ${owner.name}.`),
    ).toBeVisible();
    const ask = theirs.getByRole('link', { name: owner.name, exact: true }).first();
    await expect(ask).toHaveAttribute('href', new RegExp(`^mailto:${owner.email.split('@', 1)[0]}`));
    for (const control of ['Invite Member', 'Resend', 'Revoke', 'Remove from site'])
      await expect(theirs.getByText(control, { exact: true })).toHaveCount(0);
    await expect(theirs.getByRole('checkbox')).toHaveCount(0);
    await expect(theirs.getByRole('dialog')).toHaveCount(0);
  });
});
