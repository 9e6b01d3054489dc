import {
  ACCOUNT_ROLE_LABELS,
  ACCOUNT_ROLE_WORDS,
  SITE_ROLE_LABELS,
  SITE_ROLE_WORDS,
} from '@keyholder/domain';
import type { AccountRole, RoleWords, SiteRole } from '@keyholder/domain';

interface RoleLine {
  readonly label: string;
  /** "You can …." and, where there is something, "You cannot …." */
  readonly sentences: readonly string[];
}

/** A role in words [R27]. The same key may be a role of a site and one of an account, so the place decides. */
export function roleLine(role: SiteRole | AccountRole, siteName: string | null): RoleLine {
  const [labels, all]: [Record<string, string>, Record<string, RoleWords>] =
    siteName === null ? [ACCOUNT_ROLE_LABELS, ACCOUNT_ROLE_WORDS] : [SITE_ROLE_LABELS, SITE_ROLE_WORDS];
  const label = labels[role];
  const words = all[role];
  if (!label || !words) throw new Error(`No words for the role ${role}`);
  return {
    label,
    sentences: [`You can ${words.can}.`, ...(words.cannot ? [`You cannot ${words.cannot}.`] : [])],
  };
}
