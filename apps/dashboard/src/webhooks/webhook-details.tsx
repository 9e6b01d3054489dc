import { webhookWords as words } from '../messages/webhooks.ts';
import { Note } from '../ui/note.tsx';
import { Facts, Panel, Section } from '../ui/panel.tsx';
import { Time } from '../ui/time.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { SecretPanel } from './secret-panel.tsx';
import { WebhookActions } from './webhook-actions.tsx';
import type { Webhook } from './webhook-queries.ts';
import { WebhookState } from './webhook-state.tsx';

interface WebhookDetailsProps {
  accountId: string;
  webhook: Webhook;
  isDeleting: boolean;
  onDeleting: (isDeleting: boolean) => void;
  onDeleted: () => void;
}

/** One endpoint: what it is told, how it is signed, and what it answered. */
export function WebhookDetails({
  accountId,
  webhook,
  isDeleting,
  onDeleting,
  onDeleted,
}: WebhookDetailsProps) {
  const { disabledBy, failingSince, events } = webhook;
  return (
    <div className="flex flex-col gap-6">
      {disabledBy !== null && (
        <Note tone={disabledBy === 'failing' ? 'danger' : 'warn'}>
          {disabledBy === 'failing' ? words.offByFailing : words.offNote}
        </Note>
      )}
      {disabledBy === null && failingSince !== null && (
        <Note tone="warn">
          {words.failingSince} <Time at={failingSince} inline />. {words.failingHelp}
        </Note>
      )}
      <Panel className="flex flex-col gap-4 p-5">
        <Facts>
          {[
            [words.address, <span key="address">{webhook.url}</span>],
            [words.state, <WebhookState key="state" webhook={webhook} />],
            [
              words.events,
              <ul key="events" className="m-0 list-none p-0">
                {Object.entries(Object.groupBy(events, (event) => event.slice(0, event.indexOf('.')))).map(
                  ([noun, of = []]) => (
                    <li key={noun}>
                      {words.eventLine(
                        noun,
                        of.map((event) => words.event[event]),
                      )}
                    </li>
                  ),
                )}
              </ul>,
            ],
          ]}
        </Facts>
        <WebhookActions
          accountId={accountId}
          webhook={webhook}
          onDeleting={onDeleting}
          onDeleted={onDeleted}
        />
      </Panel>
      <Section title={words.secret}>
        <SecretPanel accountId={accountId} webhook={webhook} />
      </Section>
      <DeliveryList accountId={accountId} webhook={webhook} isAsking={!isDeleting} />
    </div>
  );
}
