import { siteRoleGrants } from '@keyholder/domain';
import { Link } from '@tanstack/react-router';
import { apiKeyWords } from '../messages/api-keys.ts';
import { personWords as words } from '../messages/people.ts';
import { useAccount } from '../session/account.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { StackOnly, Table, Td, Th, Tr } from '../ui/table.tsx';
import { DateOnly, Time } from '../ui/time.tsx';
import { useMyStanding } from './my-standing.ts';
import type { PersonDetail } from './people-queries.ts';

/** The API keys that a person made in this account and that work now; where they are managed, for whoever may. */
export function KeysTab({ person: { user, apiKeys } }: { person: PersonDetail }) {
  const { slug } = useAccount();
  const standingOn = useMyStanding();
  if (apiKeys.length === 0) return <EmptyState text={words.noKeys(user.name)} />;
  return (
    <Table
      caption={words.keysCaption(user.name)}
      head={
        <>
          <Th>{apiKeyWords.name}</Th>
          <Th>{words.site}</Th>
          <Th className="drop">{apiKeyWords.lastUsed}</Th>
          <Th className="drop">{apiKeyWords.expires}</Th>
        </>
      }
    >
      {apiKeys.map(({ id, name, prefix, site, lastUsedAt, expiresAt }) => {
        const used = lastUsedAt === null ? apiKeyWords.never : <Time at={lastUsedAt} />;
        return (
          <Tr key={id}>
            <Td className="[overflow-wrap:anywhere]">
              <span className="font-semibold">{name}</span>
              <span className="block font-mono text-12 text-ink-3">{apiKeyWords.prefixText(prefix)}</span>
              <StackOnly>
                {apiKeyWords.lastUsed}: {used}
              </StackOnly>
            </Td>
            <Td className="[overflow-wrap:anywhere]">
              {siteRoleGrants(standingOn(site.id).siteRole, 'api_keys.manage') ? (
                <Link
                  to="/admin/$account/$site/$area"
                  params={{ account: slug, site: site.slug, area: 'api-keys' }}
                  aria-label={words.keysOf(site.name)}
                  className="text-accent underline underline-offset-3"
                >
                  {site.name}
                </Link>
              ) : (
                site.name
              )}
            </Td>
            <Td as="drop" muted>
              {used}
            </Td>
            <Td as="drop" muted>
              <DateOnly at={expiresAt} />
            </Td>
          </Tr>
        );
      })}
    </Table>
  );
}
