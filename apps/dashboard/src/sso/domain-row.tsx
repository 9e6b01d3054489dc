import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ssoSettingsWords as words } from '../messages/sso-settings.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/panel.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { toast } from '../ui/toasts.tsx';
import { copied } from './copied.tsx';
import { refreshConnections, removeDomain, verifyDomain, type SsoDomain } from './sso-queries.ts';

/** One domain; until it is proven with the record to set. */
export function DomainRow({
  account,
  connection,
  domain: { domain, verifiedAt, record },
}: {
  account: string;
  connection: string;
  domain: SsoDomain;
}) {
  const client = useQueryClient();
  const refresh = () => refreshConnections(client, account);
  const verify = useMutation({
    mutationFn: () => verifyDomain(account, connection, domain),
    onSuccess: () => {
      toast(words.provenNow(domain));
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: () => removeDomain(account, connection, domain),
    onSuccess: refresh,
  });
  const problem = verify.error ?? remove.error;
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1 font-mono text-13 [overflow-wrap:anywhere]">{domain}</span>
        <StatusPill tone={verifiedAt === null ? 'warn' : 'ok'}>
          {verifiedAt === null ? words.notProven : words.proven}
        </StatusPill>
        {verifiedAt === null && (
          <Button
            size="small"
            aria-label={words.checkOf(domain)}
            busy={verify.isPending}
            busyLabel={words.checking}
            onClick={() => verify.mutate()}
          >
            {words.check}
          </Button>
        )}
        <Button
          size="small"
          kind="danger-quiet"
          aria-label={words.removeDomainOf(domain)}
          busy={remove.isPending}
          busyLabel={words.saving}
          onClick={() => remove.mutate()}
        >
          {words.removeDomain}
        </Button>
      </div>
      {problem && <ProblemNote problem={problem} />}
      {verifiedAt === null && (
        <>
          <p className="text-13 text-ink-2">{words.record(domain)}</p>
          <Facts>
            {[
              [words.recordName, copied(record.name, words.recordName)],
              [words.recordValue, copied(record.value, words.recordValue)],
            ]}
          </Facts>
        </>
      )}
    </li>
  );
}
