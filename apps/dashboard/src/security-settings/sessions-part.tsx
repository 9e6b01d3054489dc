import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { clientName } from '../client-name.ts';
import { errorText } from '../messages/errors.ts';
import { securityWords as words } from '../messages/security.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/panel.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Table, Td, Th, ThHidden, Tr, Under } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { toast, toastFailure } from '../ui/toasts.tsx';
import { endOtherSessions, endSession, mySessionsQuery, type MySession } from './security-queries.ts';

/** Every session, each with its end. Ending one takes effect with its next request, and closes its live updates at once. */
export function SessionsPart() {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(mySessionsQuery);
  const others = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: ({ ended }) => toast(words.othersEnded(ended)),
    onError: (failure) => toastFailure(errorText(asProblem(failure))),
    onSettled: () => client.invalidateQueries(mySessionsQuery),
  });
  const alone = data?.items.length === 1;
  return (
    <Section
      title={words.sessions}
      actions={
        data && !alone ? (
          <Button busy={others.isPending} busyLabel={words.working} onClick={() => others.mutate()}>
            {words.endOthers}
          </Button>
        ) : undefined
      }
    >
      {data ? (
        <Table
          caption={words.sessionsCaption}
          head={
            <>
              <Th>{words.browser}</Th>
              <Th>{words.address}</Th>
              <Th>{words.started}</Th>
              <ThHidden>{words.actions}</ThHidden>
            </>
          }
        >
          {data.items.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </Table>
      ) : error ? (
        <ProblemPanel problem={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={2} />
      )}
      {alone && <p className="text-13 text-ink-2">{words.onlyHere}</p>}
    </Section>
  );
}

function SessionRow({ session }: { session: MySession }) {
  const client = useQueryClient();
  const browser = clientName(session.userAgent) ?? words.unknownBrowser;
  const end = useMutation({
    mutationFn: () => endSession(session.id),
    onSuccess: () => toast(words.ended),
    onError: (failure) => toastFailure(errorText(asProblem(failure))),
    onSettled: () => client.invalidateQueries(mySessionsQuery),
  });
  return (
    <Tr>
      <Td>
        {browser}
        {session.current && <Under>{words.thisOne}</Under>}
      </Td>
      <Td muted>
        <span className="font-mono text-13">{session.ip ?? ''}</span>
      </Td>
      <Td muted>
        <Time at={session.startedAt} />
      </Td>
      <Td as="act">
        {!session.current && (
          <Button
            kind="danger-quiet"
            aria-label={words.endOf(browser)}
            busy={end.isPending}
            onClick={() => end.mutate()}
          >
            {words.end}
          </Button>
        )}
      </Td>
    </Tr>
  );
}
