import { Outlet } from '@tanstack/react-router';
import { ButtonLink, TabLink } from '../links.tsx';
import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { shellWords } from '../messages/shell.ts';
import { useAccount, useMay } from '../session/account.ts';
import { Allowed } from '../session/allowed.tsx';
import { MessagePage } from '../shell/message-page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { TabBar } from '../ui/tabs.tsx';
import { SETTINGS_SECTIONS } from './account-settings-sections.ts';

/** The head of an account's settings with a tab for each section; the section itself is a route of its own. */
export function AccountSettingsPage() {
  const { name, slug } = useAccount();
  const may = useMay();
  return (
    <Allowed
      to="account.settings"
      otherwise={
        <MessagePage title={shellWords.noPermissionTitle} text={words.closed(name)}>
          <ButtonLink to="/$account/sites" params={{ account: slug }} kind="primary">
            {shellWords.sites}
          </ButtonLink>
        </MessagePage>
      }
    >
      <PageHeader title={words.title} />
      <TabBar label={words.title}>
        {SETTINGS_SECTIONS.filter(({ needs }) => may(needs)).map(({ key, label }) => (
          <TabLink key={key} to="/$account/settings/$section" params={{ account: slug, section: key }}>
            {label}
          </TabLink>
        ))}
      </TabBar>
      <div className="pt-6">
        <Outlet />
      </div>
    </Allowed>
  );
}
