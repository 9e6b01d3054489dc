import type { AccountStanding } from './account-membership.ts';
import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import { isFreshSignIn } from './ownership.ts';
import { accountRoleGrants } from './grant.ts';

/**
 * May `by`, who signed in at `signedInAt`, delete the whole account? Only its owner, who has just confirmed who they are
 * and has repeated its slug.
 */
export function decideAccountDeletion(
  by: AccountStanding,
  { signedInAt, now }: { readonly signedInAt: Date; readonly now: Date },
  { slug, confirm }: { readonly slug: string; readonly confirm: string },
): Decision<true> {
  if (by.accountRole === null) return refuse('not_found');
  if (!accountRoleGrants(by.accountRole, 'account.delete')) return refuse('permission.denied');
  if (!isFreshSignIn(signedInAt, now)) return refuse('auth.reauthentication_required');
  if (confirm !== slug) return refuse('validation.failed', { fields: { confirm: `Write ${slug}.` } });
  return allow(true);
}
