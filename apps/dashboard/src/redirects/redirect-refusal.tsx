import { useState } from 'react';
import { redirectWords as words } from '../messages/redirects.ts';
import { ProblemNote } from '../problem-panel.tsx';
import type { ApiProblem } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { toastFailure } from '../ui/toasts.tsx';
import { findRedirect } from './redirect-queries.ts';

interface RedirectRefusalProps {
  siteId: string;
  problem: ApiProblem;
  onOpen: (id: string) => void;
}

/** Why a redirect may not stand beside the others: with the one that has the path, or with the steps of the circle. */
export function RedirectRefusal({ siteId, problem, onOpen }: RedirectRefusalProps) {
  const [looking, setLooking] = useState(false);
  const { path, target, hops } = problem.members;
  if (problem.is('redirect.loop') && Array.isArray(hops))
    return (
      <Note tone="danger" role="alert" lead={words.loop(hops.map(String))}>
        <span className="block">{words.loopAdvice}</span>
      </Note>
    );
  if (!problem.is('redirect.already_exists') || typeof path !== 'string')
    return problem.fields.length > 0 ? null : <ProblemNote problem={problem} />;
  const open = () => {
    setLooking(true);
    void findRedirect(siteId, path)
      .then((found) => (found ? onOpen(found.id) : toastFailure(words.otherGone)))
      .catch(() => toastFailure(words.otherGone))
      .finally(() => setLooking(false));
  };
  return (
    <Note
      tone="danger"
      role="alert"
      action={
        <Button size="small" busy={looking} onClick={open}>
          {words.openOther}
        </Button>
      }
    >
      {words.exists(path, String(target))}
    </Note>
  );
}
