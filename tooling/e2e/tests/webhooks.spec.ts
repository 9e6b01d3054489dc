import { createServer } from 'node:http';
import { found } from '../agency.ts';
import { row } from '../parts.ts';
import { checkScreen } from '../screens.ts';
import { expect, test } from '../test.ts';

test.setTimeout(180_000);

/** A receiver on this machine that keeps what it got. */
async function receiver() {
  const got: { id: string; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      got.push({ id: String(request.headers['webhook-id']), body });
      response.writeHead(200, { 'content-type': 'text/plain' }).end('Thank you');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    got,
    url: `http://127.0.0.1:${port}/keyholder`,
    close: () => void server.close(),
  };
}

test('A webhook is added, tested, replayed, rotated and deleted; every screen passes', async ({
  page,
  app,
}) => {
  const { account } = await found(page, app, {
    owner: 'Sarah Chen',
    account: 'Bright Lines Agency',
    sites: ['Northwind Coffee'],
  });
  const hook = await receiver();
  await page.goto(`/${account.slug}/settings/webhooks`);
  await expect(page.getByText(/^No endpoint yet/)).toBeVisible();
  await checkScreen(page, 'webhooks-empty');
  await page.getByRole('button', { name: 'Add endpoint' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add endpoint' }).click();
  await expect(dialog.getByText(/^Write an https address/)).toBeVisible();
  await checkScreen(page, 'webhooks-add');
  await dialog.getByLabel('Address').fill(hook.url);
  await dialog.getByRole('button', { name: 'Add endpoint' }).click();
  const shown = page.getByRole('group', { name: 'Signing secret' });
  const secret = (await shown.textContent()) ?? '';
  expect(secret).toMatch(/^whsec_/);
  await checkScreen(page, 'webhooks-secret');
  await page.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Send test event' }).click();
  await expect(row(page, 'webhook.test')).toContainText('Delivered', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Replay webhook.test' }).click();
  await expect.poll(() => hook.got.length, { timeout: 30_000 }).toBe(2);
  expect(hook.got[1]).toEqual(hook.got[0]);
  await expect(row(page, 'webhook.test')).toContainText('Delivered', { timeout: 30_000 });
  await checkScreen(page, 'webhook');
  await page.getByRole('button', { name: 'webhook.test', exact: true }).click();
  await expect(page.getByRole('dialog').getByText(hook.got[0]?.id ?? '–')).toBeVisible();
  await checkScreen(page, 'webhook-delivery');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Rotate' }).click();
  await page.getByRole('button', { name: 'Rotate secret' }).click();
  await expect(page.getByText(/signed with the former secret too/)).toBeVisible();
  await expect(shown).toHaveText(/^whsec_/);
  await expect(shown).not.toHaveText(secret);
  await page.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByText('This endpoint is off and is told nothing.')).toBeVisible();
  await checkScreen(page, 'webhook-off');
  await page.getByRole('link', { name: 'Webhooks' }).first().click();
  await expect(row(page, hook.url)).toContainText('Off');
  await checkScreen(page, 'webhooks');
  await page.getByRole('link', { name: hook.url }).click();
  await page.getByRole('button', { name: 'Delete endpoint' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete endpoint' }).click();
  await expect(page.getByText(/^No endpoint yet/)).toBeVisible();
  hook.close();
});
