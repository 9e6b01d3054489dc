import { expect, test } from '../test.ts';

// Every other host is cut off (playwright.config.ts), and the watch fails the test when one is asked for.

test('the reference shows every group of operations and finds one, from our own origin alone [R45]', async ({
  page,
  app,
}) => {
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (answer) => {
    if (answer.status() >= 400) failed.push(`${answer.url()} ${answer.status()}`);
  });
  await page.goto('/docs');

  await expect(page).toHaveTitle('Keyholder API reference');
  await expect(page.getByRole('heading', { level: 1, name: 'Keyholder' })).toBeVisible();
  for (const chapter of ['Who calls', 'Errors', 'Lists', 'Sending again', 'Editing together', 'Webhooks'])
    await expect(page.getByRole('heading', { name: chapter, exact: true }).first()).toBeVisible();

  const document = (await (await page.request.get('/api/openapi.json')).json()) as {
    readonly tags: readonly { readonly name: string }[];
  };
  const sidebar = page.getByRole('complementary', { name: 'Sidebar for Keyholder' });
  for (const { name } of document.tags)
    await expect(sidebar.getByRole('link', { name, exact: true })).toBeVisible();

  await sidebar.getByRole('button', { name: 'Open Search' }).click();
  const search = page.getByRole('dialog', { name: 'Search' });
  await search.getByRole('combobox').fill('add a redirect');
  await search.getByRole('option', { name: /Add a redirect/ }).click();
  const operation = page.getByRole('main').getByRole('region', { name: 'Add a redirect', exact: true });
  await expect(operation.getByText('Needs the permission redirects.write.')).toBeInViewport();
  await expect(operation.getByText('Authorization: Bearer')).toBeVisible();
  await expect(operation.getByText('Idempotency-Key', { exact: true })).toBeVisible();
  await expect(operation.getByRole('tab', { name: /409/ })).toBeVisible();

  expect(failed).toEqual([]);
  expect(page.url().startsWith(app.url)).toBe(true);
});
