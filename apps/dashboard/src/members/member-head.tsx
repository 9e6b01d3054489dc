import { useState } from 'react';
import { memberWords as words } from '../messages/members.ts';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live-region.tsx';
import { dateText } from '../ui/time-text.ts';
import type { SiteMember } from './member-queries.ts';

/** Under the name: the address to copy, since when and how they are here. */
export function MemberHead({ member }: { member: SiteMember }) {
  const [copied, setCopied] = useState(false);
  const { email } = member.user;
  const copy = () =>
    void navigator.clipboard.writeText(email).then(() => {
      setCopied(true);
      announce(words.copied);
    });
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-mono [overflow-wrap:anywhere]">{email}</span>
        <Button kind="quiet" size="small" onClick={copy}>
          {copied ? words.copied : words.copyEmail}
        </Button>
      </p>
      <p className="text-ink-3">
        {words.since(
          dateText(Date.parse(member.joinedAt)),
          words.sources[member.source](member.invitedBy?.name),
        )}
      </p>
    </>
  );
}
