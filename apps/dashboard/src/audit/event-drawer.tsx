import { useQuery } from '@tanstack/react-query';
import { eventWords as words } from '../messages/audit.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { RestoreButton } from '../restore-button.tsx';
import { useAccount, useMay } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { focusRowSoon } from '../ui/focus-row.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { absoluteText } from '../ui/time-text.ts';
import { eventQuery } from './audit-queries.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EventDetails } from './event-details.tsx';
import { actorName, sentenceOf } from './sentence.ts';
import { NO_FILTER, useAuditSearch } from './use-audit-search.ts';

/** One event over the list; its address is the permalink. */
export function EventDrawer({ id }: { id: string }) {
  const account = useAccount();
  const may = useMay();
  const { show } = useAuditSearch();
  const found = useQuery(eventQuery(account.id, id));
  const event = found.data?.event;
  const close = () => {
    show({ event: undefined });
    focusRowSoon(id);
  };
  const gone = found.isError && asProblem(found.error).is('not_found');
  const actor = event?.actor;
  const person = event?.person;
  return (
    <Drawer
      open
      onClose={close}
      title={event ? sentenceOf(event) : words.title}
      below={event && <time dateTime={event.at}>{absoluteText(Date.parse(event.at))}</time>}
      footer={
        event && (
          <>
            <CopyButton text={permalink(account.slug, id)} label={words.link} kind="secondary" />
            {may('team.manage') && <RestoreButton event={event} accountId={account.id} />}
            {actor?.kind === 'person' && actor.id !== null && (
              <Button
                kind="quiet"
                size="small"
                onClick={() => show({ ...NO_FILTER, event: undefined, actor: actor.id ?? undefined }, false)}
              >
                {words.byThem(actorName(actor))}
              </Button>
            )}
            {person && person.id !== actor?.id && (
              <Button
                kind="quiet"
                size="small"
                onClick={() => show({ ...NO_FILTER, event: undefined, target: person.id }, false)}
              >
                {words.aboutThem(person.name)}
              </Button>
            )}
          </>
        )
      }
    >
      {found.isPending && <Skeleton className="w-48" />}
      {gone && (
        <div className="flex flex-col items-start gap-3">
          <p>{words.gone}</p>
          <Button onClick={close}>{words.back}</Button>
        </div>
      )}
      {found.isError && !gone && <ProblemPanel problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <EventDetails event={found.data.event} related={found.data.related} account={account.slug} />
      )}
    </Drawer>
  );
}

const permalink = (account: string, id: string): string =>
  new URL(`/${account}/audit?event=${id}`, location.origin).href;
