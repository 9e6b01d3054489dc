import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import {
  decideAssignment,
  decideRoleChange,
  decideSiteRemoval,
  isCurrent,
  maySeeSite,
} from './membership.ts';
import type { Standing } from './membership.ts';
import type { SiteRole } from './role.ts';

/** What a person's record on a site would have to become: nothing, another role, a first one, or gone. */
export type AccessStep = 'keep' | 'change' | 'assign' | 'remove';

/** A person's record on a site, its access ended or not. */
export interface HeldAccess {
  readonly role: SiteRole;
  readonly accessUntil: Date | null;
}

/**
 * May `by` let `target` have this role on a site, or none (`null`)? Judged exactly as the single command that does it
 * [R6–R10, R34, R35]; a site that `by` may not know of is not there.
 */
export function decideAccessChange(
  by: Standing,
  target: Omit<Standing, 'siteRole'>,
  held: HeldAccess | null,
  role: SiteRole | null,
  now: Date,
): Decision<AccessStep> {
  if (!maySeeSite(by)) return refuse('not_found');
  const recorded: Standing = { ...target, siteRole: held?.role ?? null };
  if (role === null) return step(decideSiteRemoval(by, recorded), 'remove');
  if (held === null || !isCurrent(held.accessUntil, now))
    return step(decideAssignment(by, { ...target, siteRole: null }, role), 'assign');
  return step(decideRoleChange(by, recorded, role), held.role === role ? 'keep' : 'change');
}

const step = (decision: Decision<unknown>, next: AccessStep): Decision<AccessStep> =>
  decision.allowed ? allow(next) : decision;
