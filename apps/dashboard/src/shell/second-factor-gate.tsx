import { lazy, Suspense, type ReactNode } from 'react';
import type { MyAccount } from '../session/account.ts';

const Asked = lazy(async () => ({ default: (await import('./second-factor-asked.tsx')).SecondFactorAsked }));

/** Around the pages of an account, for whoever has yet to set up the second factor that it asks for. */
export function SecondFactorGate({ account, children }: { account: MyAccount; children: ReactNode }) {
  if (!account.secondFactorBy) return children;
  return (
    <Suspense>
      <Asked account={account} by={Date.parse(account.secondFactorBy)}>
        {children}
      </Asked>
    </Suspense>
  );
}
