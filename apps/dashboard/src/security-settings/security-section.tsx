import { useQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../problem-panel.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { PasswordPart } from './password-part.tsx';
import { FactorPart } from './factor-part.tsx';
import { mySecurityQuery } from './security-queries.ts';
import { SessionsPart } from './sessions-part.tsx';

/** How you sign in, and where you are signed in. */
export function SecuritySection() {
  const security = useQuery(mySecurityQuery);
  return (
    <div className="flex max-w-reading flex-col gap-8">
      {security.data ? (
        <>
          <PasswordPart has={security.data.hasPassword} />
          <FactorPart hasPassword={security.data.hasPassword} factor={security.data.secondFactor} />
        </>
      ) : security.error ? (
        <ProblemPanel problem={security.error} onRetry={() => void security.refetch()} />
      ) : (
        <SkeletonRows rows={4} />
      )}
      <SessionsPart />
    </div>
  );
}
