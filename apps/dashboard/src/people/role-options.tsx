import {
  mayGrant,
  SITE_ROLE_LABELS,
  SITE_ROLE_REACH,
  SITE_ROLE_WORDS,
  SITE_ROLES,
  type SiteRole,
  type Standing,
} from '@keyholder/domain';
import { assignWords } from '../messages/people.ts';
import { ReachMark } from '../ui/reach-mark.tsx';
import type { SelectOption } from '../ui/select.tsx';
import { sentenceCase } from '../ui/time-text.ts';

/** The seven site roles; those that may not be given on one of these sites stay listed with the reason [R7]. */
export const roleOptions = (
  sites: readonly { id: string; name: string }[],
  standingOn: (siteId: string) => Standing,
): readonly SelectOption<SiteRole>[] =>
  SITE_ROLES.map((role) => {
    const outOfReach = sites.find((site) => !mayGrant(standingOn(site.id), role));
    return {
      value: role,
      label: SITE_ROLE_LABELS[role],
      description: `${sentenceCase(SITE_ROLE_WORDS[role].can)}.`,
      unavailable: outOfReach && assignWords.reach(outOfReach.name),
      mark: <ReachMark level={SITE_ROLE_REACH[role]} />,
    };
  });
