import { Fragment } from 'react';

export interface Askable {
  readonly name: string;
  readonly email: string;
}
/** A mail link with the site and the wish filled in. */
export const askHref = (email: string, subject: string, body: string): string =>
  `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;

/** "Sarah Chen or Priya Nair", each a mail link; never more than two names. */
export const AskLinks = ({
  people,
  subject,
  body,
}: {
  people: readonly Askable[];
  subject: string;
  body: string;
}) =>
  people.slice(0, 2).map(({ name, email }, index) => (
    <Fragment key={email}>
      {index > 0 && ' or '}
      <a
        href={askHref(email, subject, body)}
        className="font-semibold text-accent underline underline-offset-3"
      >
        {name}
      </a>
    </Fragment>
  ));
