import { Outlet, useRouterState } from '@tanstack/react-router';
import { shellWords } from '../messages/shell.ts';
import { LiveRegion } from '../ui/live-region.tsx';
import { ProgressBar } from '../ui/progress.tsx';

/** Around every page, the invitation page included: nothing heavy here. */
export function Root() {
  const loading = useRouterState({
    select: (state) => state.isLoading && state.location.pathname !== state.resolvedLocation?.pathname,
  });
  return (
    <>
      {loading && <ProgressBar label={shellWords.loadingPage} />}
      <Outlet />
      <LiveRegion />
    </>
  );
}
