import type { WebhookEvent } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { data } from '../api.ts';
import { webhookWords as words } from '../messages/webhooks.ts';
import { toast } from '../ui/toasts.tsx';
import { webhookQuery, webhooksApi, webhooksKey, type Delivery, type Webhook } from './webhook-queries.ts';

const one = webhooksApi[':id'];

export interface Endpoint {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

/** A new endpoint; the answer carries its signing secret. */
export function useAddWebhook(account: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ url, events }: Endpoint) =>
      data(webhooksApi.$post({ param: { account }, json: { url, events: [...events] } })),
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: webhooksKey(account) }),
  });
}

export function useChangeWebhook(account: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ events, ...change }: Partial<Endpoint> & { state?: Webhook['state'] }) =>
      data(
        one.$patch({
          param: { account, id },
          json: { ...change, ...(events === undefined ? {} : { events: [...events] }) },
        }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(webhookQuery(account, id).queryKey, saved);
      return client.invalidateQueries({ queryKey: webhooksKey(account) });
    },
  });
}

export function useDeleteWebhook(account: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => data(one.$delete({ param: { account, id }, json: {} })),
    onSuccess: () => {
      toast(words.removed);
      return client.invalidateQueries({ queryKey: webhooksKey(account, 'list') });
    },
  });
}

/** The secret as it is, or a new one in its place; kept nowhere but on the page that asked. */
export function useSecret(account: string, id: string) {
  const client = useQueryClient();
  const param = { account, id };
  const reveal = useMutation({ mutationFn: () => data(one.secret.$get({ param })), gcTime: 0 });
  const rotate = useMutation({
    mutationFn: () => data(one.rotate.$post({ param, json: {} })),
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: webhooksKey(account) }),
  });
  return { reveal, rotate };
}

/** Sends a test event, or a message again. */
export function useDeliveries(account: string, id: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: webhooksKey(account) });
  const test = useMutation({
    mutationFn: () => data(one.test.$post({ param: { account, id }, json: {} })),
    onSuccess: () => toast(words.tested),
    onSettled,
  });
  const replay = useMutation({
    mutationFn: (delivery: Delivery['id']) =>
      data(one.deliveries[':delivery'].replay.$post({ param: { account, id, delivery }, json: {} })),
    onSuccess: () => toast(words.replayed),
    onSettled,
  });
  return { test, replay };
}
