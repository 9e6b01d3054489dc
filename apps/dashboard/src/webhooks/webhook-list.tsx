import { WEBHOOK_EVENTS } from '@keyholder/domain';
import { Link, type LinkProps } from '@tanstack/react-router';
import { webhookWords as words } from '../messages/webhooks.ts';
import { listKeys, rowKeyProps } from '../ui/list-keys.ts';
import { rowLinkClass, StackOnly, Table, Td, Th, Tr } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import type { Webhook } from './webhook-queries.ts';
import { DeliveryPill, WebhookState } from './webhook-state.tsx';

interface WebhookListProps {
  account: string;
  webhooks: readonly Webhook[];
  link: (id: string) => LinkProps;
  onOpen: (id: string) => void;
}

export const WebhookList = ({ account, webhooks, link, onOpen }: WebhookListProps) => (
  <div onKeyDown={listKeys()}>
    <Table
      caption={words.caption(account)}
      head={
        <>
          <Th>{words.address}</Th>
          <Th className="drop">{words.events}</Th>
          <Th>{words.state}</Th>
          <Th className="drop">{words.lastDelivery}</Th>
        </>
      }
    >
      {webhooks.map((webhook) => (
        <Tr key={webhook.id} onOpen={() => onOpen(webhook.id)}>
          <Td className="[overflow-wrap:anywhere]">
            <Link {...link(webhook.id)} className={rowLinkClass} {...rowKeyProps(webhook.id)}>
              {webhook.url}
            </Link>
            <StackOnly>{words.eventCount(webhook.events.length, WEBHOOK_EVENTS.length)}</StackOnly>
          </Td>
          <Td as="drop" className="whitespace-nowrap">
            {words.eventCount(webhook.events.length, WEBHOOK_EVENTS.length)}
          </Td>
          <Td>
            <WebhookState webhook={webhook} />
          </Td>
          <Td as="drop" muted className="whitespace-nowrap">
            {webhook.lastDelivery ? (
              <span className="flex flex-wrap items-center gap-2">
                <DeliveryPill state={webhook.lastDelivery.state} />
                <Time at={webhook.lastDelivery.at} />
              </span>
            ) : (
              words.none
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  </div>
);
