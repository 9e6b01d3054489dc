import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { Panel, Section } from '../ui/panel.tsx';
import { Ownership } from './ownership.tsx';
import { WithAccount } from './with-account.tsx';

export const OwnershipSection = () => (
  <WithAccount>
    {(account) => (
      <Section title={words.ownership}>
        <Panel className="p-5">
          <Ownership account={account} />
        </Panel>
      </Section>
    )}
  </WithAccount>
);
