import { SITE_ROLE_LABELS, SITE_ROLE_REACH, type SiteRole } from '@keyholder/domain';
import { siteHomeWords as words } from '../messages/site-home.ts';
import { Panel, Section } from '../ui/panel.tsx';
import { ReachMark } from '../ui/reach-mark.tsx';

interface YourRoleProps {
  role: SiteRole;
  surfaces: readonly { key: string; label: string }[];
}
/** What the role is, in words, and which areas it opens. */
export function YourRole({ role, surfaces }: YourRoleProps) {
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
            {surfaces.map(({ key, label }) => (
              <li key={key} className="rounded-1 border border-line px-2 py-0.5 text-13 text-ink-2">
                {label}
              </li>
            ))}
          </ul>
        </div>
      </Panel>
    </Section>
  );
}
