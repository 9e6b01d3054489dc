import { acceptWords as words } from '../messages/accept.ts';
import { commonErrorText } from '../messages/common-errors.ts';
import type { ApiProblem } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { localMoment } from './expiry.tsx';
import { Elsewhere, Result } from './result.tsx';
import type { InvitationLink } from './use-lookup.ts';

/** One page for every wrong token. */
export const BrokenLink = () => (
  <Result title={words.brokenTitle} actions={<Elsewhere />}>
    <p>{words.brokenText}</p>
  </Result>
);

/** Offline, a server in trouble, too many tries: it says nothing about the link. */
export const Unchecked = ({
  problem,
  busy,
  onRetry,
}: {
  problem: ApiProblem;
  busy: boolean;
  onRetry: () => void;
}) => (
  <Result
    title={words.uncheckedTitle}
    actions={
      <Button kind="primary" size="large" busy={busy} busyLabel={words.checking} onClick={onRetry}>
        {words.retry}
      </Button>
    }
  >
    <p>{words.notTaken}</p>
    <p>{commonErrorText(problem)}</p>
  </Result>
);

/** The account is full: the invitation waits. */
export const NoSeat = ({
  link,
  busy,
  onRetry,
}: {
  link: InvitationLink;
  busy: boolean;
  onRetry: () => void;
}) => (
  <Result
    title={words.fullTitle(link.account.name)}
    actions={
      <Button kind="primary" size="large" busy={busy} busyLabel={words.accepting} onClick={onRetry}>
        {words.tryAgain}
      </Button>
    }
  >
    <p>{words.fullText(link.invitedBy.name, localMoment(link.expiresAt))}</p>
  </Result>
);
