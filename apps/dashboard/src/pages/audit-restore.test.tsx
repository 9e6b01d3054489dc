import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { peopleHandlers } from '../testing/people.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

const AT = '/api/v1/accounts/:account/audit-events';
const DAY_MS = 86_400_000;
const removal = (daysAgo: number) => ({
  ...{
    id: '01900000-0000-7000-8000-000000000001',
    seq: 1,
    at: new Date(Date.now() - daysAgo * DAY_MS).toISOString(),
  },
  ...{ actor: { kind: 'person', id: 'u-1', name: 'Sarah Chen' }, action: 'site_member.removed' },
  ...{
    site: { id: 'site-1', name: 'Northwind Coffee' },
    target: { kind: 'person', id: 'u-3', label: 'Tom Halley' },
  },
  ...{ person: { id: 'u-3', name: 'Tom Halley' }, before: { role: 'developer' }, after: null },
  ...{ reason: null, correlationId: 'c-1', ip: null, userAgent: null, requestId: null },
});
const recorded = (daysAgo: number) => {
  const event = removal(daysAgo);
  worker.use(
    ...peopleHandlers(),
    http.get(`${AT}/verification`, () => HttpResponse.json({ events: 1, intact: true })),
    http.get(`${AT}/:id`, () => HttpResponse.json({ event, related: [] })),
    http.get(AT, () => HttpResponse.json({ items: [event], nextCursor: null, total: 1 })),
  );
  return `/bright-lines/audit?event=${event.id}`;
};

describe('a removal in the audit log [R33]', () => {
  it('can be taken back from its line for 90 days', async () => {
    const address = recorded(89);
    const asked: string[] = [];
    worker.use(
      http.post('/api/v1/sites/:site/members/:user/restore', ({ params }) => {
        asked.push(`${String(params['user'])} on ${String(params['site'])}`);
        return HttpResponse.json({});
      }),
    );
    const screen = await visit(address);
    await screen.getByRole('button', { name: 'Restore Tom Halley' }).click();
    await expect.element(screen.getByText('Tom Halley is back on Northwind Coffee.')).toBeVisible();
    expect(asked).toEqual(['u-3 on site-1']);
  });

  it('says why where it is refused', async () => {
    const address = recorded(1);
    worker.use(
      http.post('/api/v1/sites/:site/members/:user/restore', () =>
        problem(409, 'seat.limit_reached', { limit: 5, used: 5, reserved: 0 }),
      ),
    );
    const screen = await visit(address);
    await screen.getByRole('button', { name: 'Restore Tom Halley' }).click();
    await expect.element(screen.getByText(/All 5 seats are taken/).first()).toBeVisible();
  });

  it('is not offered after that', async () => {
    const screen = await visit(recorded(91));
    await expect.element(screen.getByRole('dialog').getByText('Before')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Restore Tom Halley' }).query()).toBeNull();
  });
});
