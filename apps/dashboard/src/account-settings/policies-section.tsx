import { useQuery } from '@tanstack/react-query';
import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { useAccount } from '../session/account.ts';
import { Panel, Section } from '../ui/panel.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { policiesQuery } from './account-queries.ts';
import { PoliciesForm } from './policies-form.tsx';

export function PoliciesSection() {
  const { id } = useAccount();
  const policies = useQuery(policiesQuery(id));
  if (policies.error)
    return <ProblemPanel problem={policies.error} onRetry={() => void policies.refetch()} />;
  if (!policies.data) return <SkeletonRows />;
  return (
    <Section title={words.policies}>
      <Panel className="p-5">
        <PoliciesForm accountId={id} policies={policies.data} />
      </Panel>
    </Section>
  );
}
