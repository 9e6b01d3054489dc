import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

const AT = '/api/v1/accounts/:account/policies';
const PATH = '/bright-lines/settings/policies';
const POLICIES = {
  secondFactor: { required: false, graceDays: 7, requiredFrom: null as string | null },
  domains: ['yourteam.com'],
  inactiveAfterDays: 90,
  powerfulSites: 5,
};

function fakePolicies() {
  const sent: unknown[] = [];
  worker.use(
    http.get(AT, () => HttpResponse.json(POLICIES)),
    http.patch(AT, async ({ request }) => {
      const change = (await request.json()) as Partial<typeof POLICIES>;
      sent.push(change);
      return HttpResponse.json({ ...POLICIES, ...change });
    }),
  );
  return sent;
}

describe('Policies of an account', () => {
  it('are saved as far as they differ', async () => {
    const sent = fakePolicies();
    const screen = await visit(PATH);
    await userEvent.fill(screen.getByRole('textbox', { name: 'Your domains' }), 'yourteam.com\nteam.example');
    await userEvent.fill(screen.getByRole('spinbutton', { name: /counts as inactive/ }), '60');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText('The policies are saved.')).toBeVisible();
    expect(sent).toEqual([{ domains: ['yourteam.com', 'team.example'], inactiveAfterDays: 60 }]);
  });

  it('name the fault at its field, and send nothing', async () => {
    const sent = fakePolicies();
    const screen = await visit(PATH);
    await userEvent.fill(screen.getByRole('textbox', { name: 'Your domains' }), 'https://yourteam.com');
    await userEvent.fill(screen.getByRole('spinbutton', { name: /managing people/ }), '1');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText(/^https:\/\/yourteam.com is not a domain/)).toBeVisible();
    await expect.element(screen.getByText('Use a whole number from 2 to 100.')).toBeVisible();
    expect(sent).toEqual([]);
  });

  it('say that whoever asks a second factor of everybody needs one first', async () => {
    fakePolicies();
    worker.use(
      http.patch(AT, () =>
        problem(422, 'validation.failed', {
          fields: { 'secondFactor.required': 'Set up your own second factor first.' },
        }),
      ),
    );
    const screen = await visit(PATH);
    await screen.getByRole('checkbox', { name: 'Everybody needs a second factor' }).click();
    await expect.element(screen.getByRole('spinbutton', { name: 'Days to set it up' })).toHaveValue(7);
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText('Set up your own second factor first.')).toBeVisible();
  });
});
