import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';
import { ADMIN, listed, worksAs } from '../testing/site-admin.ts';

useFakeApi();

const ORDER = {
  ...{ id: 'order-1', number: 'B-1042', status: 'paid', currency: 'EUR', total: 1999, etag: '"1"' },
  customer: { name: 'Ada Lovelace', email: 'ada@customers.example' },
  placedAt: '2026-11-20T09:00:00.000Z',
  changedAt: '2026-11-20T09:00:00.000Z',
  next: ['shipped', 'refunded'],
  lines: [{ title: 'Coffee', quantity: 1, unitPrice: 1999 }],
};
const SENT = {
  ...{ id: 'sub-1', form: { id: 'form-1', name: 'Contact' }, receivedAt: ORDER.placedAt },
  preview: 'Ada <b>hello</b>',
  answers: [
    { key: 'name', label: 'Your name', value: 'Ada <b>hello</b>' },
    { key: 'news', label: 'Newsletter', value: true },
  ],
};
const isThere = () => {
  let order: object = ORDER;
  worker.use(
    http.get('/api/v1/sites/:site/orders', () => listed([order])),
    http.get('/api/v1/sites/:site/orders/:id', () => HttpResponse.json(order)),
    http.get('/api/v1/sites/:site/submissions', () => listed([SENT])),
    http.get('/api/v1/sites/:site/submissions/:id', () => HttpResponse.json(SENT)),
  );
  return (next: object) => HttpResponse.json((order = next));
};

describe('orders in Site Admin', () => {
  it('are read only for a Support Agent', async () => {
    worksAs('support_agent');
    isThere();
    const screen = await visit(`${ADMIN}/orders`);
    await screen.getByRole('link', { name: 'B-1042' }).click();
    const drawer = screen.getByRole('dialog', { name: 'Order B-1042' });
    await expect.element(drawer.getByText('You can see orders here, but not change them.')).toBeVisible();
    expect(drawer.getByRole('button', { name: /^Mark/ }).elements()).toEqual([]);
  });

  it('take the steps that follow, over what was seen, and ask before one without return', async () => {
    worksAs('owner');
    const becomes = isThere();
    const asked: [string | null, unknown][] = [];
    worker.use(
      http.patch('/api/v1/sites/:site/orders/:id', async ({ request }) => {
        asked.push([request.headers.get('if-match'), await request.json()]);
        return becomes({ ...ORDER, status: 'shipped', next: ['delivered', 'refunded'], etag: '"2"' });
      }),
    );
    const screen = await visit(`${ADMIN}/orders/order-1`);
    await screen.getByRole('button', { name: 'Mark as refunded' }).click();
    await expect.element(screen.getByText('Mark order B-1042 as refunded?')).toBeVisible();
    await screen.getByRole('button', { name: 'Cancel' }).click();
    await screen.getByRole('button', { name: 'Mark as shipped' }).click();
    await expect.element(screen.getByText('Order B-1042 is now shipped.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Mark as delivered' })).toBeVisible();
    expect(asked).toEqual([['"1"', { status: 'shipped' }]]);
  });

  it('say so when one is gone', async () => {
    worksAs('support_agent');
    isThere();
    worker.use(http.get('/api/v1/sites/:site/orders/:id', () => problem(404, 'not_found')));
    const screen = await visit(`${ADMIN}/orders/order-9`);
    await screen.getByRole('button', { name: 'All orders' }).click();
    await expect.poll(() => screen.router.state.location.pathname).toBe(`${ADMIN}/orders`);
  });
});

describe('submissions in Site Admin', () => {
  it('show what was sent as text, and leave out the choice of forms for whoever may not see them', async () => {
    worksAs('support_agent');
    isThere();
    const screen = await visit(`${ADMIN}/submissions?from=2026-11-01&to=2026-11-20`);
    await expect.element(screen.getByText('Ada <b>hello</b>')).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Form' }).query()).toBeNull();
    const file = new URL(
      screen.getByRole('link', { name: 'Export CSV' }).element().getAttribute('href')!,
      location.href,
    );
    expect(file.pathname).toBe('/api/v1/sites/site-1/submissions.csv');
    // The last day is included, to its end where the viewer is.
    expect(file.searchParams.get('from')).toBe(new Date(2026, 10, 1).toISOString());
    expect(file.searchParams.get('to')).toBe(new Date(2026, 10, 21).toISOString());
    await screen.getByRole('table').getByRole('link').first().click();
    const drawer = screen.getByRole('dialog', { name: 'Submission to Contact' });
    await expect.element(drawer.getByText('Ada <b>hello</b>')).toBeVisible();
    await expect.element(drawer.getByText('Yes')).toBeVisible();
  });
});
