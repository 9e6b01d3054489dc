import { useQuery } from '@tanstack/react-query';
import { auditWords as words } from '../messages/audit.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { useAccount } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { verificationQuery } from './audit-queries.ts';

/** Whether the log is what was written: the server computes the whole chain anew [R42]. */
export function Integrity({ onOpen }: { onOpen: (event: string) => void }) {
  const { id: accountId } = useAccount();
  const { data, error, isError } = useQuery(verificationQuery(accountId));
  if (isError) return <ProblemNote problem={error} />;
  if (!data) return <span className="text-13 text-ink-3">{words.verifying}</span>;
  if (!data.firstBad) return <StatusPill tone="ok">{words.intact(data.events)}</StatusPill>;
  const { seq, id, problem } = data.firstBad;
  return (
    <Note
      tone="danger"
      role="alert"
      className="mt-2"
      lead={words[problem](seq)}
      action={
        id !== null && (
          <Button size="small" onClick={() => onOpen(id)}>
            {words.openBad}
          </Button>
        )
      }
    >
      {words.brokenHelp}
    </Note>
  );
}
