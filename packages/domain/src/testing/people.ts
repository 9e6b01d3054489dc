import type { AccountRole, AccountStanding, SiteRole, Standing, UserId } from '../index.ts';

export const ACTOR = '0190f000-0000-7000-8000-00000000000a' as UserId;
export const TARGET = '0190f000-0000-7000-8000-00000000000b' as UserId;

/** How somebody stands: what they are in the account, what they are on the site. */
export const person = (
  accountRole: AccountRole | null,
  siteRole: SiteRole | null,
  userId = ACTOR,
): Standing => ({
  userId,
  accountRole,
  siteRole,
});

export const inAccount = (accountRole: AccountRole | null, userId = ACTOR): AccountStanding => ({
  userId,
  accountRole,
});

/** `allowed`, or the code of the refusal: what a table of expectations can hold. */
export const verdict = (
  decision: { allowed: true } | { allowed: false; refusal: { code: string } },
): string => (decision.allowed ? 'allowed' : decision.refusal.code);

/** Written out once more, so that a role dropped from the code is missed by the tests. */
export const EVERY_ACCOUNT_ROLE = ['owner', 'admin', 'member', 'viewer', 'collaborator'] as const;
export const EVERY_SITE_ROLE = [
  'owner',
  'platform_admin',
  'developer',
  'content_editor',
  'marketing_manager',
  'seo_specialist',
  'support_agent',
] as const;
export const ACCOUNT_ROLE_OR_NONE = [...EVERY_ACCOUNT_ROLE, null] as const;
export const SITE_ROLE_OR_NONE = [...EVERY_SITE_ROLE, null] as const;
