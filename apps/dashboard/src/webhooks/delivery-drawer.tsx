import type { ReactNode } from 'react';
import { webhookWords as words } from '../messages/webhooks.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { Facts, Section } from '../ui/panel.tsx';
import { Time } from '../ui/time.tsx';
import type { Delivery } from './webhook-queries.ts';
import { DeliveryPill } from './webhook-state.tsx';

/** One message: what was sent, byte for byte but for the line breaks, and what came back. */
export function DeliveryDrawer({
  delivery,
  onClose,
  children,
}: {
  delivery: Delivery;
  onClose: () => void;
  /** Its buttons. */
  children: ReactNode;
}) {
  const { attempts, status, problem, durationMs, lastAttemptAt, messageId, payload, response } = delivery;
  return (
    <Drawer open title={delivery.type} onClose={onClose} footer={children}>
      <Facts>
        {[
          [words.state, <DeliveryPill key="state" state={delivery.state} />],
          [words.created, <Time key="created" at={delivery.createdAt} />],
          [words.attempts, String(attempts)],
          ...(lastAttemptAt === null
            ? []
            : [[words.lastAttempt, <Time key="last" at={lastAttemptAt} />] as const]),
          ...(status === null ? [] : [[words.answer, String(status)] as const]),
          ...(problem === null ? [] : [[words.problem, problem] as const]),
          ...(durationMs === null ? [] : [[words.took, words.tookMs(durationMs)] as const]),
          [
            words.messageId,
            <span key="id" className="font-mono text-13">
              {messageId}
            </span>,
          ],
        ]}
      </Facts>
      <Section title={words.payload} actions={<CopyButton text={payload} name={words.payload} />}>
        <Code text={readable(payload)} label={words.payload} />
      </Section>
      <Section title={words.response}>
        {response === null || response === '' ? (
          <p className="text-ink-3">{words.noResponse}</p>
        ) : (
          <Code text={response} label={words.response} />
        )}
      </Section>
    </Drawer>
  );
}

const Code = ({ text, label }: { text: string; label: string }) => (
  <pre
    // Scrolls on its own, so the keyboard must reach it.
    tabIndex={0}
    aria-label={label}
    role="group"
    className="m-0 max-h-80 overflow-auto rounded-2 border border-line bg-sunken p-3 font-mono text-12 whitespace-pre-wrap [overflow-wrap:anywhere]"
  >
    {text}
  </pre>
);

/** JSON with a line for each member; anything else as it is. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
