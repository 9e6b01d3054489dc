import { SITE_ROLE_LABELS, SITE_ROLE_REACH } from '@keyholder/domain';
import { Link } from '@tanstack/react-router';
import type { AdminSite } from '../admin-site.ts';
import { siteHomeWords as words } from '../messages/site-home.ts';
import { Panel, Section } from '../ui/panel.tsx';
import { ReachMark } from '../ui/reach-mark.tsx';

/** What the role is, in words, and the way into each area that it opens. */
export function YourRole({ site: { role, surfaces, account, slug } }: { site: AdminSite }) {
  const { can, cannot } = words.roleCan(role);
  return (
    <Section title={words.roleTitle}>
      <Panel className="flex flex-col gap-4 p-4">
        <div className="flex flex-col gap-1">
          <p className="flex items-center gap-2 font-semibold">
            <ReachMark level={SITE_ROLE_REACH[role]} /> {SITE_ROLE_LABELS[role]}
          </p>
          <p className="text-ink-2">{can}</p>
          {cannot && <p className="text-ink-2">{cannot}</p>}
        </div>
        <div className="flex flex-col gap-2">
          <h3 id="role-opens" className="text-13 font-semibold">
            {words.opens}
          </h3>
          <ul aria-labelledby="role-opens" className="flex flex-wrap gap-1.5">
            {surfaces
              .filter(({ key }) => key !== 'overview')
              .map(({ key, label }) => (
                <li key={key}>
                  <Link
                    to="/admin/$account/$site/$area"
                    params={{ account: account.slug, site: slug, area: key }}
                    className="inline-flex min-h-7 items-center rounded-1 border border-line px-2 text-13 text-ink-2 no-underline hover:border-line-strong hover:text-ink coarse:min-h-11"
                  >
                    {label}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      </Panel>
    </Section>
  );
}
