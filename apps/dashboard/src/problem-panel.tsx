import { errorText, type ErrorFacts } from './messages/errors.ts';
import { shellWords } from './messages/shell.ts';
import { asProblem } from './problem.ts';
import { Button } from './ui/button.tsx';
import { serverNow, useNow } from './ui/clock.ts';
import { ErrorPanel } from './ui/error-panel.tsx';
import { Note } from './ui/note.tsx';
import { spanText } from './ui/time-text.ts';
import { useState, type ReactNode } from 'react';

interface ProblemProps {
  problem: unknown;
  facts?: ErrorFacts | undefined;
}

/** A panel or page that could not load. Waits out `Retry-After` before Try again works. */
export function ProblemPanel({
  problem: error,
  facts,
  onRetry,
}: ProblemProps & { onRetry?: (() => void) | undefined }) {
  const problem = asProblem(error);
  return (
    <ErrorPanel
      text={errorText(problem, facts, serverNow())}
      requestId={problem.requestId}
      actions={
        onRetry && (
          <RetryButton key={String(problem.retryAfter)} after={problem.retryAfter} onRetry={onRetry} />
        )
      }
    />
  );
}

function RetryButton({ after, onRetry }: { after: number | undefined; onRetry: () => void }) {
  const [until] = useState(() => serverNow() + (after ?? 0) * 1000);
  const left = until - useNow(until);
  return (
    <Button onClick={onRetry} unavailable={left > 0}>
      {left > 0 ? `${shellWords.retry} (${spanText(left)})` : shellWords.retry}
    </Button>
  );
}

/** A refusal inside a form or dialog, next to what caused it. */
export const ProblemNote = ({ problem: error, facts, action }: ProblemProps & { action?: ReactNode }) => (
  <Note tone="danger" role="alert" action={action}>
    {errorText(asProblem(error), facts, serverNow())}
  </Note>
);
