import { useState } from 'react';
import { webhookWords as words } from '../messages/webhooks.ts';
import { PagedList } from '../paged-list.tsx';
import { ProblemNote } from '../problem-panel.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/panel.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { Select } from '../ui/select.tsx';
import { Table, Td, Th, ThHidden, Tr } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { DeliveryDrawer } from './delivery-drawer.tsx';
import { useDeliveries } from './webhook-commands.ts';
import {
  deliveriesQuery,
  DELIVERY_STATES,
  type Delivery,
  type DeliveryState,
  type Webhook,
} from './webhook-queries.ts';
import { DeliveryPill, hostOf } from './webhook-state.tsx';

const ANY = 'any';

interface DeliveryListProps {
  accountId: string;
  webhook: Webhook;
  isAsking: boolean;
}

/** What an endpoint was told and what it answered; it follows what is on its way. */
export function DeliveryList({ accountId, webhook, isAsking }: DeliveryListProps) {
  const [state, setState] = useState<DeliveryState | typeof ANY>(ANY);
  const [opened, setOpened] = useState<Delivery | null>(null);
  const { test, replay } = useDeliveries(accountId, webhook.id);
  const filter = state === ANY ? undefined : state;
  const isOff = webhook.state === 'disabled' ? words.offFirst : undefined;
  const whyNotAgain = (delivery: Delivery) =>
    isOff ?? (delivery.state === 'queued' ? words.waits : undefined);
  const again = (delivery: Delivery, size?: 'small') => (
    <ReasonButton
      {...(size ? { size, 'aria-label': words.replayOf(delivery.type) } : {})}
      reason={whyNotAgain(delivery)}
      busy={replay.isPending && replay.variables === delivery.id}
      busyLabel={words.replaying}
      onClick={() => replay.mutate(delivery.id)}
    >
      {words.replay}
    </ReasonButton>
  );
  return (
    <Section
      title={words.deliveries}
      actions={
        <>
          <div className="w-36">
            <Select<DeliveryState | typeof ANY>
              label={words.stateFilter}
              value={state}
              options={[
                { value: ANY, label: words.anyState },
                ...DELIVERY_STATES.map((value) => ({ value, label: words.deliveryState[value] })),
              ]}
              onChange={setState}
            />
          </div>
          <ReasonButton
            kind="primary"
            reason={isOff}
            busy={test.isPending}
            busyLabel={words.testing}
            onClick={() => test.mutate()}
          >
            {words.test}
          </ReasonButton>
        </>
      }
    >
      {[test.error, replay.error].map((error, index) => error && <ProblemNote key={index} problem={error} />)}
      <PagedList
        query={{ ...deliveriesQuery(accountId, webhook.id, filter), enabled: isAsking }}
        filtered={filter !== undefined}
        empty={<EmptyState text={filter ? words.deliveriesNone : words.deliveriesEmpty} />}
      >
        {(rows, { stale, total }) => (
          <>
            <Table
              caption={words.deliveriesCaption(hostOf(webhook.url))}
              stale={stale}
              rowCount={total}
              head={
                <>
                  <Th>{words.type}</Th>
                  <Th>{words.state}</Th>
                  <Th className="drop">{words.answer}</Th>
                  <Th className="drop">{words.attempts}</Th>
                  <Th>{words.when}</Th>
                  <ThHidden>{words.actions}</ThHidden>
                </>
              }
            >
              {rows.map((row) => (
                <Tr key={row.id} current={row.id === opened?.id} onOpen={() => setOpened(row)}>
                  <Td>
                    <button
                      type="button"
                      className="font-mono text-13 font-semibold hover:underline"
                      onClick={() => setOpened(row)}
                    >
                      {row.type}
                    </button>
                  </Td>
                  <Td>
                    <DeliveryPill state={row.state} />
                  </Td>
                  <Td as="drop" className="[overflow-wrap:anywhere]">
                    {words.answerOf(row.status, row.problem)}
                  </Td>
                  <Td as="drop">{row.attempts}</Td>
                  <Td muted className="whitespace-nowrap">
                    <Time at={row.lastAttemptAt ?? row.createdAt} />
                  </Td>
                  <Td as="act" className="text-right">
                    {again(row, 'small')}
                  </Td>
                </Tr>
              ))}
            </Table>
            {opened && (
              <DeliveryDrawer
                // A filter may let go of the row while it is being read.
                delivery={rows.find(({ id }) => id === opened.id) ?? opened}
                onClose={() => setOpened(null)}
              >
                {again(rows.find(({ id }) => id === opened.id) ?? opened)}
              </DeliveryDrawer>
            )}
          </>
        )}
      </PagedList>
    </Section>
  );
}
