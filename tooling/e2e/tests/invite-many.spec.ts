import { found } from '../agency.ts';
import { newPerson } from '../people.ts';
import { expect, test } from '../test.ts';

test('[R25] Many are invited at once: a verdict for each line, the good ones sent, the rest with their reasons', async ({
  page,
  app,
}) => {
  const agency = await found(page, app, {
    owner: 'Sarah Chen',
    account: 'Bright Lines Agency',
    sites: ['Northwind Coffee', 'Harbour Dental'],
  });
  const [ada, ben, cy] = [newPerson('Ada Stone'), newPerson('Ben Moor'), newPerson('Cy Lund')];
  await page.goto(`/${agency.account.slug}/members`);
  await page.getByRole('button', { name: 'Invite many' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Invite many' });
  await dialog
    .getByLabel('People')
    .fill(
      [
        `${ada.email}, Northwind Coffee, Developer`,
        `${ben.email}, Harbour Dental, Content Editor`,
        `${cy.email}, Nowhere, Developer`,
        `half@, Northwind Coffee, Developer`,
      ].join('\n'),
    );
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('2 ready, 2 not.')).toBeVisible();
  await expect(dialog.getByText('No site has this name.')).toBeVisible();
  await expect(dialog.getByText('This is not a complete email address.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Send 2 invitations' }).press('Enter');
  await expect(dialog.getByText('2 sent, 2 not.')).toBeVisible();
  await Promise.all([ada, ben].map(({ email }) => app.inbox.next(email, /invited you/)));
  await page.keyboard.press('Escape');
  await page.goto(`/${agency.account.slug}/members?tab=pending&all=true`);
  await expect(page.getByRole('link', { name: `${ada.email} on Northwind Coffee` })).toBeVisible();
  await expect(page.getByRole('link', { name: `${ben.email} on Harbour Dental` })).toBeVisible();
  await expect(page.getByText(cy.email)).toHaveCount(0);
});
