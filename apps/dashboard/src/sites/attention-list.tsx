import { Link } from '@tanstack/react-router';
import { overviewWords as words, sitesWords } from '../messages/sites.ts';
import type { MyAccount } from '../session/account.ts';
import { Section } from '../ui/panel.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { rowLinkClass, Table, Td, Th, Tr } from '../ui/table.tsx';
import type { SiteRow } from './site-queries.ts';

const needsDecision = (site: SiteRow) => site.expired > 0 || site.owners.length <= 1;
const weight = (site: SiteRow) =>
  (site.owners.length === 0 ? 1000 : 0) + site.expired * 10 + (site.owners.length === 1 ? 1 : 0);

/** Sites with expired invitations, without Owner, or with one only; worst first. Absent when there are none. */
export function AttentionList({ account, sites }: { account: MyAccount; sites: readonly SiteRow[] }) {
  const rows = sites.filter(needsDecision).sort((a, b) => weight(b) - weight(a));
  if (rows.length === 0) return null;
  return (
    <Section title={words.attention}>
      <Table
        caption={words.attentionCaption}
        head={
          <>
            <Th>{sitesWords.site}</Th>
            <Th>{sitesWords.pending}</Th>
            <Th>{sitesWords.owners}</Th>
          </>
        }
      >
        {rows.map((site) => (
          <Tr key={site.id}>
            <Td>
              <Link
                to="/$account/sites/$site/members"
                params={{ account: account.slug, site: site.slug }}
                search={site.expired > 0 ? { tab: 'pending' } : {}}
                className={rowLinkClass}
              >
                {site.name}
              </Link>
            </Td>
            <Td muted as={site.expired > 0 ? undefined : 'drop'}>
              {site.expired > 0 ? (
                <StatusPill tone="warn">{sitesWords.expired(site.expired)}</StatusPill>
              ) : (
                site.pending
              )}
            </Td>
            <Td>
              {site.owners.length === 0 ? (
                <StatusPill tone="danger">{words.nobodyOwns}</StatusPill>
              ) : site.owners.length === 1 ? (
                <StatusPill tone="warn">{words.oneOwner}</StatusPill>
              ) : (
                sitesWords.ownersOf(site.owners.map((owner) => owner.name))
              )}
            </Td>
          </Tr>
        ))}
      </Table>
    </Section>
  );
}
