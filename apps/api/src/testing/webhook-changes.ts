import type { Change } from './changes.ts';
import type { Setting } from './setting.ts';

/** The commands around the endpoints of an account. */
export function webhookChangesIn(setting: () => Setting): readonly Change[] {
  const hooks = () => `/api/v1/accounts/${setting().agency.id}/webhooks`;
  // Where nobody listens: what is sent there is of no interest here.
  const endpoint = { url: 'http://127.0.0.1:9/hook', events: ['membership.created'] };
  const made = async (): Promise<string> =>
    `${hooks()}/${(await setting().sarah.post(hooks(), endpoint)).body.id}`;
  /** Each leaves one endpoint behind, and an account has 10 at most. */
  const clear = async () => {
    for (const { id } of (await setting().sarah.get(hooks())).body.items)
      await setting().sarah.delete(`${hooks()}/${id}`);
  };
  return [
    {
      name: 'adding a webhook',
      actions: ['webhook.created'],
      prepare: async () => {
        await clear();
        return () => setting().sarah.post(hooks(), endpoint);
      },
    },
    {
      name: 'switching a webhook off',
      actions: ['webhook.updated'],
      prepare: async () => {
        const at = await made();
        return () => setting().sarah.patch(at, { state: 'disabled' });
      },
    },
    {
      name: 'rotating the secret of a webhook',
      actions: ['webhook.secret_rotated'],
      prepare: async () => {
        const at = await made();
        return () => setting().sarah.post(`${at}/rotate`);
      },
    },
    {
      name: 'sending a test to a webhook',
      actions: ['webhook.test_sent'],
      prepare: async () => {
        const at = await made();
        return () => setting().sarah.post(`${at}/test`);
      },
    },
    {
      name: 'sending a message again',
      actions: ['webhook.delivery_replayed'],
      prepare: async () => {
        const at = await made();
        const { id } = (await setting().sarah.post(`${at}/test`)).body;
        await setting().world.deps.database
          .sql`update webhook_delivery set state = 'failed' where id = ${id}`;
        return () => setting().sarah.post(`${at}/deliveries/${id}/replay`);
      },
    },
    {
      name: 'deleting a webhook',
      actions: ['webhook.deleted'],
      prepare: async () => {
        const at = await made();
        return () => setting().sarah.delete(at);
      },
    },
  ];
}
