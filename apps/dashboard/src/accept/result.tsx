import type { ReactNode } from 'react';
import { acceptWords as words } from '../messages/accept.ts';
import { ButtonAnchor } from '../ui/button.tsx';
import { FocusedHeading } from '../ui/page-header.tsx';
import type { InvitationLink } from './use-lookup.ts';

/** A case that has nothing to fill in: heading, sentences, what to do next. */
export const Result = ({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) => (
  <>
    <FocusedHeading>{title}</FocusedHeading>
    <div className="mt-2 flex flex-col gap-2 text-ink-2 [overflow-wrap:anywhere]">{children}</div>
    {actions && <div className="mt-5 flex flex-wrap gap-2">{actions}</div>}
  </>
);

/** No case is a dead end. A plain link: the router's own would weigh more than the rest of this file. */
export const Elsewhere = ({ link }: { link?: InvitationLink }) =>
  link && link.signedIn !== 'no' ? (
    <ButtonAnchor href="/">{words.yourSites}</ButtonAnchor>
  ) : (
    <ButtonAnchor href="/sign-in">{words.signIn}</ButtonAnchor>
  );
