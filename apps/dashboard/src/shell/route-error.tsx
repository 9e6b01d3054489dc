import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { shellWords } from '../messages/shell.ts';
import { usePageTitle } from '../page-title.ts';
import { asProblem } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { MessagePage } from './message-page.tsx';

const NotFoundPage = lazy(async () => ({ default: (await import('./not-found-page.tsx')).NotFoundPage }));

/** What a page shows in its own place when it fails; shell and navigation stay. Small: every page carries it. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const problem = asProblem(error);
  usePageTitle(shellWords.errorTitle);
  if (problem.is('not_found'))
    return (
      <Suspense>
        <NotFoundPage />
      </Suspense>
    );
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <MessagePage
      title={shellWords.errorTitle}
      text={problem.is('network') ? shellWords.noAnswer : shellWords.errorText(problem.requestId)}
    >
      <Button kind="primary" onClick={retry}>
        {shellWords.retry}
      </Button>
      {/* A page load also fetches a newer version of the program, should this one be out of date. */}
      <Button onClick={() => location.reload()}>{shellWords.reload}</Button>
    </MessagePage>
  );
}
