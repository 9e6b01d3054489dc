import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

describe('Sites', () => {
  it('marks sites without Owner and with expired invitations', async () => {
    const screen = await visit('/bright-lines/sites');
    const table = screen.getByRole('table', { name: 'Sites of Bright Lines Agency' });
    await expect
      .element(table.getByRole('row').filter({ hasText: 'Harbour Dental' }).getByText('none'))
      .toBeVisible();
    await expect
      .element(table.getByRole('row').filter({ hasText: 'Northwind Coffee' }).getByText('1 expired'))
      .toBeVisible();
  });

  it("puts the server's faults on their fields and keeps what was typed", async () => {
    worker.use(
      http.post('/api/v1/accounts/:account/sites', () =>
        problem(422, 'validation.failed', { fields: { domain: 'This domain is taken.' } }),
      ),
    );
    const screen = await visit('/bright-lines/sites?new=1');
    const domain = screen.getByRole('textbox', { name: 'Domain' });
    await userEvent.fill(screen.getByRole('textbox', { name: 'Name' }), 'Kestrel Outdoor');
    await userEvent.fill(domain, 'kestrel.example');
    await screen.getByRole('button', { name: 'Create site' }).click();
    await expect.element(domain).toHaveAccessibleDescription(/This domain is taken\./);
    await expect.element(domain).toHaveFocus();
    await expect.element(domain).toHaveValue('kestrel.example');
  });

  it('filters by the address, and Esc clears the search', async () => {
    const screen = await visit('/bright-lines/sites?q=harbour');
    const table = screen.getByRole('table', { name: 'Sites of Bright Lines Agency' });
    await expect.element(table.getByText('Harbour Dental')).toBeVisible();
    await expect.element(table.getByText('Northwind Coffee')).not.toBeInTheDocument();
    await screen.getByRole('searchbox', { name: 'Find a site' }).click();
    await userEvent.keyboard('{Escape}');
    await expect.element(table.getByText('Northwind Coffee')).toBeVisible();
  });

  it('reads an account of others like one that does not exist', async () => {
    const screen = await visit('/somebody-else/sites');
    await expect
      .element(screen.getByRole('heading', { name: 'There is nothing here that you can see' }))
      .toBeVisible();
    await expect.element(screen.getByRole('navigation', { name: 'Main' })).toBeVisible();
  });
});
