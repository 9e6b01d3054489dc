import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { Allowed } from '../session/allowed.tsx';
import { Panel, Section } from '../ui/panel.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { GeneralForm } from './general-form.tsx';
import { WithAccount } from './with-account.tsx';

export const GeneralSection = () => (
  <WithAccount>
    {(account) => (
      <div className="flex flex-col gap-6">
        <Section title={words.nameAndAddress}>
          <Panel className="p-5">
            <GeneralForm account={account} />
          </Panel>
        </Section>
        <Allowed to="account.delete">
          <Section title={words.remove}>
            <Panel className="p-5">
              <DeleteAccount account={account} />
            </Panel>
          </Section>
        </Allowed>
      </div>
    )}
  </WithAccount>
);
