import type { Change } from './changes.ts';
import type { Setting } from './setting.ts';

/** The commands of the areas that hold a site's own data. */
export function siteDataChangesIn(setting: () => Setting): readonly Change[] {
  const site = () => `/api/v1/sites/${setting().site.id}`;
  let number = 0;
  const form = () => ({
    name: `Form ${(number += 1)}`,
    fields: [{ key: 'name', label: 'Name', kind: 'text' }],
  });
  const order = () => ({
    ...{ number: `C-${(number += 1)}`, currency: 'EUR', total: 1_000 },
    customer: { name: 'Ada', email: 'ada@customers.example' },
    lines: [{ title: 'Coffee', quantity: 1, unitPrice: 1_000 }],
  });
  const made = async (path: string, body: unknown): Promise<string> =>
    `${site()}/${path}/${(await setting().siteOwner.post(`${site()}/${path}`, body)).body.id}`;

  return [
    {
      name: 'creating a form',
      actions: ['form.created'],
      prepare: async () => () => setting().siteOwner.post(`${site()}/forms`, form()),
    },
    {
      name: 'closing a form',
      actions: ['form.updated'],
      prepare: async () => {
        const at = await made('forms', form());
        return () => setting().siteOwner.patch(at, { state: 'closed' });
      },
    },
    {
      name: 'deleting a form',
      actions: ['form.deleted'],
      prepare: async () => {
        const at = await made('forms', form());
        return () => setting().siteOwner.delete(at);
      },
    },
    {
      name: 'reporting an order',
      actions: ['order.created'],
      prepare: async () => () => setting().siteOwner.post(`${site()}/orders`, order()),
    },
    {
      name: 'changing the status of an order',
      actions: ['order.status_changed'],
      prepare: async () => {
        const at = await made('orders', order());
        return () => setting().siteOwner.patch(at, { status: 'paid' });
      },
    },
    {
      name: 'changing the settings of a site',
      actions: ['site.settings_changed'],
      prepare: async () => () =>
        setting().siteOwner.patch(`${site()}/settings`, { description: `Coffee ${(number += 1)}` }),
    },
  ];
}
