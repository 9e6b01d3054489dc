import { DomainError } from '@keyholder/domain';
import type { AccountId, SecurityAction, SiteId, UserId } from '@keyholder/domain';
import { createMiddleware } from 'hono/factory';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess, SiteAccess } from './access.ts';
import type { Caller } from './caller.ts';
import type { Base } from './context.ts';

/** Refusals that somebody may want to know of later [R43]: who tried what they may not, or with a link for another. */
const WORTH_KEEPING: Readonly<Record<string, SecurityAction>> = {
  'permission.denied': 'permission.refused',
  'role.not_grantable': 'permission.refused',
  'role.not_manageable': 'permission.refused',
  'member.is_yourself': 'permission.refused',
  'invitation.wrong_person': 'invitation.wrong_person',
  'rate.limited': 'rate.limited',
};

/** Throttled tries of one caller are told once in this time, in ms: an attacker must not be able to fill the table. */
const THROTTLED_ONCE_IN = 60_000;
const MOST_REMEMBERED = 10_000;

/** Records refusals as security events after the answer is decided; it never changes the answer. */
export function recordRefusals(deps: Pick<Deps, 'database' | 'log'>) {
  const throttled = new Map<string, number>();
  const isNews = (caller: string): boolean => {
    const now = Date.now();
    if (now - (throttled.get(caller) ?? -Infinity) < THROTTLED_ONCE_IN) return false;
    if (throttled.size >= MOST_REMEMBERED) throttled.clear();
    throttled.set(caller, now);
    return true;
  };
  return createMiddleware<Base>(async (c, next) => {
    await next();
    const { error } = c;
    const action = error instanceof DomainError ? WORTH_KEEPING[error.code] : undefined;
    if (!action || !(error instanceof DomainError)) return;
    // Set by the authentication of the route, where there was one.
    const seen = c.var as Partial<{
      person: PersonAccess;
      caller: Caller;
      account: AccountAccess;
      site: SiteAccess;
    }>;
    const userId: UserId | undefined = seen.person?.userId ?? seen.caller?.userId;
    if (action === 'rate.limited' && !isNews(userId ?? c.get('clientAddress'))) return;
    const accountId: AccountId | undefined = seen.account?.id ?? seen.site?.account.id;
    const siteId: SiteId | undefined = seen.site?.id;
    void recordSecurityEvent(deps, {
      action,
      ...(userId ? { userId } : {}),
      ...(accountId ? { accountId } : {}),
      ...(siteId ? { siteId } : {}),
      detail: { code: error.code, method: c.req.method },
      ip: c.get('clientAddress'),
      userAgent: c.req.header('user-agent')?.slice(0, 300) ?? null,
      requestId: c.get('requestId'),
    });
  });
}
