import { Link } from '@tanstack/react-router';
import { auditWords, eventWords as words } from '../messages/audit.ts';
import { Facts, Section } from '../ui/panel.tsx';
import type { AuditEvent } from './audit-queries.ts';
import { clientName } from '../client-name.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Difference } from './difference.tsx';
import { actorName, sentenceOf } from './sentence.ts';

/** Everything that is recorded of one change, and what else the same command did. */
export function EventDetails({
  event,
  related,
  account,
}: {
  event: AuditEvent;
  related: readonly AuditEvent[];
  account: string;
}) {
  const raw = JSON.stringify(event, null, 2);
  const facts: [string, React.ReactNode][] = [
    [auditWords.who, actorName(event.actor)],
    ...(event.site ? [[auditWords.site, event.site.name] as [string, string]] : []),
    ...(event.reason === null ? [] : [[words.reason, event.reason] as [string, string]]),
    [
      words.address,
      <span key="ip" className="font-mono text-13">
        {event.ip ?? '–'}
      </span>,
    ],
    [words.client, clientName(event.userAgent) ?? '–'],
    [
      words.request,
      <span key="request" className="flex flex-wrap items-center gap-1">
        <span className="font-mono text-12 [overflow-wrap:anywhere]">{event.requestId ?? '–'}</span>
        {event.requestId !== null && <CopyButton text={event.requestId} name={words.request.toLowerCase()} />}
      </span>,
    ],
    [
      words.action,
      <span key="action" className="font-mono text-12">
        {event.action}
      </span>,
    ],
    [words.number, event.seq.toLocaleString('en')],
  ];
  return (
    <>
      <Difference before={event.before} after={event.after} />
      <Facts>{facts}</Facts>
      {related.length > 0 && (
        <Section title={words.same}>
          <ul className="divide-y divide-line rounded-3 border border-line">
            {related.map((other) => (
              <li key={other.id}>
                <Link
                  to="/$account/audit"
                  params={{ account }}
                  search={(before) => ({ ...before, event: other.id })}
                  className="block px-3.5 py-2.5 text-13 no-underline [overflow-wrap:anywhere] hover:bg-canvas focus-visible:outline-offset-[-2px]"
                >
                  {sentenceOf(other)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <details>
        <summary className="cursor-pointer text-14 font-semibold">{words.raw}</summary>
        <div className="flex flex-col items-start gap-2 pt-2">
          <pre
            tabIndex={0}
            aria-label={words.raw}
            className="max-h-80 w-full overflow-auto rounded-2 bg-sunken p-3 font-mono text-12"
          >
            {raw}
          </pre>
          <CopyButton text={raw} name={words.raw.toLowerCase()} kind="secondary" />
        </div>
      </details>
    </>
  );
}
