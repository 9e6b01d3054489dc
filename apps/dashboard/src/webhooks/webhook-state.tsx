import { webhookWords as words } from '../messages/webhooks.ts';
import type { Tone } from '../ui/note.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import type { DeliveryState as State, Webhook } from './webhook-queries.ts';

/** Where an endpoint is, short enough for lists. */
export const hostOf = (url: string): string => URL.parse(url)?.host ?? url;

export function WebhookState({ webhook: { disabledBy, failingSince } }: { webhook: Webhook }) {
  if (disabledBy !== null)
    return (
      <StatusPill tone={disabledBy === 'failing' ? 'danger' : 'neutral'} wraps>
        {words.off[disabledBy]}
      </StatusPill>
    );
  return failingSince === null ? (
    <StatusPill tone="ok">{words.active}</StatusPill>
  ) : (
    <StatusPill tone="warn">{words.failing}</StatusPill>
  );
}

const TONE = { queued: 'info', delivered: 'ok', failed: 'danger' } as const satisfies Record<State, Tone>;
export const DeliveryPill = ({ state }: { state: State }) => (
  <StatusPill tone={TONE[state]}>{words.deliveryState[state]}</StatusPill>
);
