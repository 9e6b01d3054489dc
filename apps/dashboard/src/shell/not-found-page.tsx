import { shellWords } from '../messages/shell.ts';
import { ButtonLink } from '../links.tsx';
import { usePageTitle } from '../page-title.ts';
import { MessagePage } from './message-page.tsx';

/** Things of another account read exactly like things that do not exist. */
export function NotFoundPage() {
  usePageTitle(shellWords.notFoundTitle);
  return (
    <MessagePage title={shellWords.notFoundTitle} text={shellWords.notFoundText}>
      <ButtonLink to="/" kind="primary">
        {shellWords.home}
      </ButtonLink>
      <ButtonLink to="/me/$section" params={{ section: 'memberships' }}>
        {shellWords.yourSites}
      </ButtonLink>
    </MessagePage>
  );
}
