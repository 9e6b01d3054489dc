import { useEffect, useState } from 'react';
import { BrokenLink, Unchecked } from '../accept/no-answer.tsx';
import { Invitation } from '../accept/invitation.tsx';
import { keptToken } from '../accept/kept-token.ts';
import { placeOf, useLookup, type InvitationLink } from '../accept/use-lookup.ts';
import { acceptWords as words } from '../messages/accept.ts';
import { usePageTitle } from '../page-title.ts';
import { StandAlone, Tile } from '../shell/stand-alone.tsx';

/** One page for both kinds of invitation and every state of them. Opening it changes nothing [R20]. */
export function InvitationPage() {
  const [token, setToken] = useState(keptToken);
  useEffect(() => {
    // Another link pasted into the same tab loads no new page.
    const take = () => setToken(keptToken());
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return token === null ? <Broken /> : <Presented key={token} token={token} />;
}

function Presented({ token }: { token: string }) {
  const { link, problem, checking, look } = useLookup(token);
  usePageTitle(words.title, link && placeOf(link));
  // What cannot be a token at all is the same to its holder as a wrong one.
  if (problem?.is('invitation.invalid', 'validation.failed')) return <Broken />;
  if (link)
    return (
      <StandAlone top={<Place link={link} />}>
        <Invitation link={link} token={token} onStale={look} />
      </StandAlone>
    );
  return (
    <StandAlone>
      {problem ? (
        <Unchecked problem={problem} busy={checking} onRetry={() => void look()} />
      ) : (
        <div role="status" aria-label={words.checking} className="flex flex-col gap-3">
          {['h-8 w-4/5', 'h-4 w-full', 'h-4 w-3/5'].map((shape) => (
            <span key={shape} className={`block rounded-1 bg-fill-2 ${shape}`} />
          ))}
        </div>
      )}
    </StandAlone>
  );
}

function Broken() {
  usePageTitle(words.title);
  return (
    <StandAlone>
      <BrokenLink />
    </StandAlone>
  );
}

const Place = ({ link }: { link: InvitationLink }) => (
  <div className="mb-5 flex items-center gap-2.5">
    <Tile name={placeOf(link)} />
    <span className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">
      {link.site ? words.managedBy(link.site.name, link.account.name) : link.account.name}
    </span>
  </div>
);
