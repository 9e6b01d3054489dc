import { useQuery } from '@tanstack/react-query';
import { accountQuery } from '../account-settings/account-queries.ts';
import { GeneralForm } from '../account-settings/general-form.tsx';
import { Ownership } from '../account-settings/ownership.tsx';
import { PlanForm } from '../account-settings/plan-form.tsx';
import { ButtonLink } from '../links.tsx';
import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { shellWords } from '../messages/shell.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { useAccount } from '../session/account.ts';
import { Allowed } from '../session/allowed.tsx';
import { MessagePage } from '../shell/message-page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel, Section } from '../ui/panel.tsx';

/** Name, plan and ownership of an account. */
export function AccountSettingsPage() {
  const { id, name, slug } = useAccount();
  const account = useQuery(accountQuery(id));
  usePageTitle(words.title, name);
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
      {account.error && <ProblemPanel problem={account.error} onRetry={() => void account.refetch()} />}
      {account.data && (
        <div className="flex flex-col gap-6">
          <Section title={words.general}>
            <Panel className="p-5">
              <GeneralForm account={account.data} />
            </Panel>
          </Section>
          {account.data.plan && (
            <Section title={words.plan}>
              <Panel className="p-5">
                <PlanForm accountId={id} plan={account.data.plan} />
              </Panel>
            </Section>
          )}
          <Allowed to="account.transfer">
            <Section title={words.ownership}>
              <Panel className="p-5">
                <Ownership account={account.data} />
              </Panel>
            </Section>
          </Allowed>
        </div>
      )}
    </Allowed>
  );
}
