import { ACCOUNT_ROLE_LABELS, SITE_ROLE_LABELS, decideAccountLeave, type UserId } from '@keyholder/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { profileWords as words } from '../messages/profile.ts';
import { LeaveDialog, type Leaving } from '../session/leave-dialog.tsx';
import { useMe } from '../session/me.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/panel.tsx';
import { rowLinkClass, Table, Td, Th, ThHidden, Tr, Under } from '../ui/table.tsx';

/** Your accounts and sites, each with its way out. */
export function MembershipsSection() {
  const { user, accounts, sites } = useMe();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const mayLeave = (role: (typeof accounts)[number]['role']) =>
    decideAccountLeave({ userId: user.id as UserId, accountRole: role }).allowed;
  return (
    <div className="flex flex-col gap-7">
      <Section title={words.accounts}>
        {accounts.length === 0 ? (
          <EmptyState text={words.noAccounts} />
        ) : (
          <Table
            caption={words.accountsCaption}
            head={
              <>
                <Th>{words.account}</Th>
                <Th>{words.role}</Th>
                <ThHidden>{words.actions}</ThHidden>
              </>
            }
          >
            {accounts.map((account) => (
              <Tr key={account.id}>
                <Td>
                  <Link to="/$account" params={{ account: account.slug }} className={rowLinkClass}>
                    {account.name}
                  </Link>
                </Td>
                <Td muted>{ACCOUNT_ROLE_LABELS[account.role]}</Td>
                <Td as="act">
                  {mayLeave(account.role) ? (
                    <Button
                      kind="danger-quiet"
                      aria-label={words.leaveOf(words.leaveAccount, account.name)}
                      onClick={() => setLeaving({ what: 'account', ...account })}
                    >
                      {words.leaveAccount}
                    </Button>
                  ) : (
                    <span className="text-12 text-ink-3">{words.ownerStays}</span>
                  )}
                </Td>
              </Tr>
            ))}
          </Table>
        )}
      </Section>
      <Section title={words.sites}>
        {sites.length === 0 ? (
          <EmptyState text={words.noSites} />
        ) : (
          <Table
            caption={words.sitesCaption}
            head={
              <>
                <Th>{words.site}</Th>
                <Th>{words.role}</Th>
                <ThHidden>{words.actions}</ThHidden>
              </>
            }
          >
            {sites.map((site) => (
              <Tr key={site.id}>
                <Td>
                  <Link
                    to="/$account/sites/$site"
                    params={{ account: site.account.slug, site: site.slug }}
                    className={rowLinkClass}
                  >
                    {site.name}
                  </Link>
                  <Under>{site.account.name}</Under>
                </Td>
                <Td muted>{SITE_ROLE_LABELS[site.role]}</Td>
                <Td as="act">
                  <Button
                    kind="danger-quiet"
                    aria-label={words.leaveOf(words.leaveSite, site.name)}
                    onClick={() => setLeaving({ what: 'site', ...site })}
                  >
                    {words.leaveSite}
                  </Button>
                </Td>
              </Tr>
            ))}
          </Table>
        )}
      </Section>
      <LeaveDialog leaving={leaving} onClose={() => setLeaving(null)} />
    </div>
  );
}
