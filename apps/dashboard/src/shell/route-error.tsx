import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { shellWords } from "../messages/shell.ts";
import { asProblem } from "../problem.ts";
import { ProblemPanel } from "../problem-panel.tsx";
import { FocusedHeading } from "../ui/page-header.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** What a page shows in its own place when it fails; shell and navigation stay. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const problem = asProblem(error);
  if (problem.is("not_found")) return <NotFoundPage />;
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <div className="mx-auto flex w-full max-w-reading flex-col gap-4 px-4 py-12">
      <FocusedHeading>{shellWords.errorTitle}</FocusedHeading>
      <ProblemPanel problem={problem} onRetry={retry} />
    </div>
  );
}
