import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { Panel, Section } from '../ui/panel.tsx';
import { PlanForm } from './plan-form.tsx';
import { WithAccount } from './with-account.tsx';

export const PlanSection = () => (
  <WithAccount>
    {({ id, plan }) =>
      plan && (
        <Section title={words.plan}>
          <Panel className="p-5">
            <PlanForm accountId={id} plan={plan} />
          </Panel>
        </Section>
      )
    }
  </WithAccount>
);
