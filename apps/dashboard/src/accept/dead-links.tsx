import { acceptWords as words } from '../messages/accept.ts';
import { AskNewLink } from './ask-new-link.tsx';
import { pastMoment } from './expiry.tsx';
import type { CaseProps, InvitationLink } from './use-lookup.ts';
import { Elsewhere, Result } from './result.tsx';

export const Expired = (props: CaseProps) => (
  <Result title={words.expiredTitle} actions={<AskNewLink {...props} />}>
    <p>{words.expiredText(pastMoment(props.link.expiresAt))}</p>
  </Result>
);

export const Superseded = (props: CaseProps) => (
  <Result title={words.supersededTitle} actions={<AskNewLink {...props} />}>
    <p>{words.supersededText}</p>
  </Result>
);

export const Withdrawn = ({ link }: { link: InvitationLink }) => (
  <Result title={words.revokedTitle} actions={<Elsewhere link={link} />}>
    <p>{words.revokedText(link.invitedBy.name)}</p>
  </Result>
);

export const Declined = ({ link }: { link: InvitationLink }) => (
  <Result title={words.declinedTitle} actions={<Elsewhere link={link} />}>
    <p>{words.declinedText(link.invitedBy.name)}</p>
  </Result>
);
