import { Link, useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { sitesWords as words } from '../messages/sites.ts';
import type { MyAccount } from '../session/account.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { listKeys, rowKeyProps } from '../ui/list-keys.ts';
import { Menu, MenuLink } from '../ui/menu.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { rowLinkClass, Table, Td, Th, ThHidden, Tr, Under } from '../ui/table.tsx';
import type { SiteRow } from './site-queries.ts';

export function SitesTable({ account, sites }: { account: MyAccount; sites: readonly SiteRow[] }) {
  const navigate = useNavigate();
  return (
    <div onKeyDown={listKeys()}>
      <Table
        caption={words.caption(account.name)}
        head={
          <>
            <Th>{words.site}</Th>
            <Th>{words.members}</Th>
            <Th>{words.pending}</Th>
            <Th className="drop-2">{words.owners}</Th>
            <ThHidden>{words.actions}</ThHidden>
          </>
        }
      >
        {sites.map((site) => {
          const to = { params: { account: account.slug, site: site.slug } };
          return (
            <Tr key={site.id} onOpen={() => void navigate({ to: '/$account/sites/$site', ...to })}>
              <Td>
                <Link to="/$account/sites/$site" {...to} className={rowLinkClass} {...rowKeyProps(site.id)}>
                  {site.name}
                </Link>
                <Under>{site.domain}</Under>
              </Td>
              <Td muted as="drop">
                {site.members}
              </Td>
              <Td muted>
                <span className="md:hidden">
                  {site.members} {words.members.toLowerCase()},{' '}
                </span>
                {site.pending} <span className="md:hidden">{words.pending.toLowerCase()}</span>{' '}
                {site.expired > 0 && <StatusPill tone="warn">{words.expired(site.expired)}</StatusPill>}
              </Td>
              <Td as="drop-2">
                <Owners names={site.owners.map((owner) => owner.name)} />
              </Td>
              <Td as="act">
                <Menu
                  trigger={
                    <IconButton
                      label={words.actionsFor(site.name)}
                      icon={<Ellipsis aria-hidden="true" size={16} strokeWidth={1.5} />}
                    />
                  }
                >
                  <MenuLink render={<Link to="/$account/sites/$site" {...to} />}>{words.open}</MenuLink>
                  <MenuLink render={<Link to="/$account/sites/$site/members" {...to} />}>
                    {words.members}
                  </MenuLink>
                </Menu>
              </Td>
            </Tr>
          );
        })}
      </Table>
    </div>
  );
}

function Owners({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <StatusPill tone="danger">{words.none}</StatusPill>;
  return (
    <>
      {words.ownersOf(names)} {names.length === 1 && <StatusPill tone="warn">{words.onlyOne}</StatusPill>}
    </>
  );
}
