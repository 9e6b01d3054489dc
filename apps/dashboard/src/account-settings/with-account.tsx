import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemPanel } from '../problem-panel.tsx';
import { useAccount } from '../session/account.ts';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { accountQuery, type AccountDetail } from './account-queries.ts';

/** The account with everything that its settings show, once it is here. */
export function WithAccount({ children }: { children: (account: AccountDetail) => ReactNode }) {
  const account = useQuery(accountQuery(useAccount().id));
  if (account.data) return children(account.data);
  if (account.error) return <ProblemPanel problem={account.error} onRetry={() => void account.refetch()} />;
  return <SkeletonRows />;
}
