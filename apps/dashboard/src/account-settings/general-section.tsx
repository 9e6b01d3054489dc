import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { Panel, Section } from '../ui/panel.tsx';
import { GeneralForm } from './general-form.tsx';
import { WithAccount } from './with-account.tsx';

export const GeneralSection = () => (
  <WithAccount>
    {(account) => (
      <Section title={words.general}>
        <Panel className="p-5">
          <GeneralForm account={account} />
        </Panel>
      </Section>
    )}
  </WithAccount>
);
