import { ACCOUNT_ROLE_LABELS } from '@keyholder/domain';
import { shellWords } from '../messages/shell.ts';
import { ButtonLink } from '../links.tsx';
import { usePageTitle } from '../page-title.ts';
import { useAccount } from '../session/account.ts';
import { MessagePage } from './message-page.tsx';

/** For an area of the account that the viewer's role does not open. */
export function NoPermissionPage() {
  const account = useAccount();
  usePageTitle(shellWords.noPermissionTitle);
  return (
    <MessagePage
      title={shellWords.noPermissionTitle}
      text={shellWords.noPermissionText(ACCOUNT_ROLE_LABELS[account.role], account.name)}
    >
      <ButtonLink to="/$account/sites" params={{ account: account.slug }} kind="primary">
        {shellWords.yourSites}
      </ButtonLink>
      <ButtonLink to="/me">{shellWords.you}</ButtonLink>
    </MessagePage>
  );
}
