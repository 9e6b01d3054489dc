import { acceptWords as words } from '../messages/accept.ts';
import { Expiry } from './expiry.tsx';
import type { CaseProps } from './use-lookup.ts';

/** Who invites whom, what the role means in words, and how long the link works. */
export function InvitationFacts({ link, onStale }: Pick<CaseProps, 'link' | 'onStale'>) {
  const { invitedBy, email, scope, role, roleLabel, note } = link;
  return (
    <>
      <p className="mt-2 text-ink-2 [overflow-wrap:anywhere]">
        {words.invited(invitedBy.name)}
        <span className="font-mono text-13">{email}</span>. {words.roleText(scope, role, roleLabel)}
      </p>
      {note && (
        <figure className="mt-3 border-l-2 border-line-strong pl-3">
          <figcaption className="text-12 text-ink-3">{words.note(invitedBy.name)}</figcaption>
          <blockquote className="whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">{note}</blockquote>
        </figure>
      )}
      <Expiry until={link.expiresAt} onOver={onStale} />
    </>
  );
}
