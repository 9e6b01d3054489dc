import { permissionsOf } from '@keyholder/domain';
import type {
  ApiKeyId,
  EmailAddress,
  KeyPermission,
  SitePermission,
  Standing,
  UserId,
} from '@keyholder/domain';
import { standingOn } from './access.ts';
import type { PersonAccess, SiteAccess } from './access.ts';

/** Who calls a route of one site: somebody signed in, or a program with a key of the site [R44]. */
export type Caller = PersonCaller | KeyCaller;

export interface PersonCaller {
  readonly kind: 'person';
  readonly userId: UserId;
  readonly name: string;
  readonly email: EmailAddress;
  readonly person: PersonAccess;
  /** What they may do on the site right now. */
  readonly permissions: readonly SitePermission[];
}

export interface KeyCaller {
  readonly kind: 'api_key';
  readonly keyId: ApiKeyId;
  /** Who made the key, and within whose current rights it works. */
  readonly userId: UserId;
  /** The key's name. */
  readonly name: string;
  /** What the key carries. */
  readonly carried: readonly KeyPermission[];
  /** What it may do on the site right now: what it carries, as far as its maker still may. */
  readonly permissions: readonly SitePermission[];
}

export const callerOf = (person: PersonAccess, site: Pick<SiteAccess, 'role'>): PersonCaller => ({
  kind: 'person',
  userId: person.userId,
  name: person.name,
  email: person.email,
  person,
  permissions: permissionsOf({ siteRole: site.role, carried: null }),
});

/** What the key of a caller carries; null for a person, whom only their role limits. */
export const carriedBy = (caller: Caller): readonly KeyPermission[] | null =>
  caller.kind === 'api_key' ? caller.carried : null;

/** How a person stands on the site; null for a key, which is nobody that rules about people could judge [R44]. */
export const standingOf = (
  caller: Caller,
  site: Pick<SiteAccess, 'accountRole' | 'role'>,
): Standing | null => (caller.kind === 'person' ? standingOn(caller.person, site) : null);
