import { useState } from 'react';
import { api, data } from '../api.ts';
import { acceptWords as words } from '../messages/accept.ts';
import { commonErrorText } from '../messages/common-errors.ts';
import { Button } from '../ui/button.tsx';
import { serverNow, useNow } from '../ui/clock.ts';
import { Note } from '../ui/note.tsx';
import { spanText } from '../ui/time-text.ts';
import { isAboutLink, useAction } from './use-action.ts';
import type { CaseProps } from './use-lookup.ts';

/** Asks the sender, once an hour; somebody who asked before is told when they can again. */
export function AskNewLink({ link, token, onStale }: CaseProps) {
  const [restUntil, setRestUntil] = useState(0);
  const left = restUntil - useNow(restUntil);
  const [asked, setAsked] = useState(false);
  const ask = useAction(
    async () => {
      await data(api.v1.invitations['request-new-link'].$post({ json: { token } }));
      setAsked(true);
    },
    {
      refused: (refusal) => {
        if (refusal.retryAfter !== undefined) setRestUntil(serverNow() + refusal.retryAfter * 1000);
        return isAboutLink(refusal) && onStale();
      },
    },
  );
  if (asked)
    return (
      <Note tone="ok" role="status" className="w-full">
        {words.asked}
      </Note>
    );
  const { problem } = ask;
  return (
    <>
      <Button
        kind="primary"
        size="large"
        wide
        busy={ask.busy}
        busyLabel={words.asking}
        unavailable={left > 0}
        onClick={() => ask.run(undefined)}
      >
        {words.askNewLink(link.invitedBy.name)}
      </Button>
      {problem && (left > 0 || !problem.is('rate.limited')) && (
        <Note tone={problem.is('rate.limited') ? 'neutral' : 'danger'} role="alert" className="w-full">
          {problem.is('rate.limited') ? words.askedBefore(spanText(left)) : commonErrorText(problem)}
        </Note>
      )}
    </>
  );
}
