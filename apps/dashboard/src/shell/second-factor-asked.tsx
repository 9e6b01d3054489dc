import { lazy, Suspense, useState, type ReactNode } from 'react';
import { ButtonLink } from '../links.tsx';
import { securityWords as words } from '../messages/security.ts';
import type { MyAccount } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/clock.ts';
import { Note } from '../ui/note.tsx';
import { dateText } from '../ui/time-text.ts';
import { MessagePage } from './message-page.tsx';

const SetUp = lazy(async () => ({ default: (await import('../security-settings/set-up.tsx')).SetUp }));

/** A banner while there is time, then one page in place of all others: the way to a second factor. */
export function SecondFactorAsked({
  account,
  by,
  children,
}: {
  account: MyAccount;
  by: number;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const over = useNow(by) >= by;
  const dialog = open && (
    <Suspense>
      <SetUp onClose={() => setOpen(false)} />
    </Suspense>
  );
  if (over)
    return (
      <>
        <MessagePage title={words.gateTitle(account.name)} text={words.gateText}>
          <Button kind="primary" onClick={() => setOpen(true)}>
            {words.setUp}
          </Button>
          <ButtonLink to="/me/$section" params={{ section: 'memberships' }}>
            {words.leave}
          </ButtonLink>
        </MessagePage>
        {dialog}
      </>
    );
  return (
    <>
      <Note
        tone="warn"
        className="mb-4"
        lead={words.bannerLead(dateText(by))}
        action={
          <Button size="small" onClick={() => setOpen(true)}>
            {words.setUp}
          </Button>
        }
      >
        {words.banner(account.name)}
      </Note>
      {dialog}
      {children}
    </>
  );
}
