import {
  SITE_ROLES,
  SITE_ROLE_LABELS,
  SITE_ROLE_REACH,
  SITE_ROLE_WORDS,
  type SiteRole,
} from '@keyholder/domain';
import { roleWords } from './messages/roles.ts';
import { ReachMark } from './ui/reach-mark.tsx';
import { Select } from './ui/select.tsx';
import { sentenceCase } from './ui/time-text.ts';

/** The seven roles with a sentence each; those the viewer may not give stay readable, with the reason [R7]. */
export function RoleSelect({
  value,
  onChange,
  grantable,
}: {
  value: SiteRole | null;
  onChange: (role: SiteRole) => void;
  grantable: readonly SiteRole[];
}) {
  return (
    <Select
      value={value}
      onChange={onChange}
      placeholder={roleWords.choose}
      options={SITE_ROLES.map((role) => ({
        value: role,
        label: SITE_ROLE_LABELS[role],
        description: `${sentenceCase(SITE_ROLE_WORDS[role].can)}.`,
        mark: <ReachMark level={SITE_ROLE_REACH[role]} />,
        unavailable: grantable.includes(role) || role === value ? undefined : roleWords.onlyOwners,
      }))}
    />
  );
}
