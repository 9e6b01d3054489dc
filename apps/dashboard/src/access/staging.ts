import { isOnlyOnSites, isSiteOwner, type SiteRole } from '@keyholder/domain';
import { ApiProblem } from '../problem.ts';
import type { AccessChange } from './access-queries.ts';
import { cellKey, type Access, type AccessPerson, type AccessSite } from './model.ts';

/** A change of one person's access to one site that waits for Save; `null` is no access. */
export interface Staged {
  person: AccessPerson;
  site: AccessSite;
  from: SiteRole | null;
  to: SiteRole | null;
}
export type Stages = ReadonlyMap<string, Staged>;
export const NO_STAGES: Stages = new Map();

export const keyOf = ({ person, site }: Pick<Staged, 'person' | 'site'>): string =>
  cellKey(person.id, site.id);

/** Adds changes; what leads back to where it began is no change. */
export function stageAll(stages: Stages, changes: readonly Staged[]): Stages {
  const next = new Map(stages);
  for (const change of changes) {
    if (change.to === change.from) next.delete(keyOf(change));
    else next.set(keyOf(change), change);
  }
  return next;
}
export const takeBack = (stages: Stages, gone: Iterable<string>): Stages => {
  const next = new Map(stages);
  for (const key of gone) next.delete(key);
  return next;
};

/**
 * Staged changes over what has become of the memberships meanwhile: each starts from the role that is held now, and
 * what has come true by itself is no change any more. What a filter hides stays as it was.
 */
export function settled(stages: Stages, access: Access): readonly Staged[] {
  const people = new Set(access.people.map(({ id }) => id));
  const sites = new Set(access.sites.map(({ id }) => id));
  return [...stages.values()].flatMap((change) => {
    if (!people.has(change.person.id) || !sites.has(change.site.id)) return [change];
    const from = access.held(change.person.id, change.site.id)?.role ?? null;
    return from === change.to ? [] : [{ ...change, from }];
  });
}

export const kindOf = ({ from, to }: Staged): 'new' | 'role' | 'removal' =>
  to === null ? 'removal' : from === null ? 'new' : 'role';

export interface Summary {
  total: number;
  added: number;
  roles: number;
  removals: number;
  /** How many become Owner of a site. */
  newOwners: number;
  /** Sites that lose their last Owner [R10]. */
  ownerless: readonly string[];
  /** People who leave the account with their last site [R2]. */
  leaving: readonly string[];
}

/** What the changes do together. `ownersOf` names the Owners that a site has now. */
export function summaryOf(
  changes: readonly Staged[],
  ownersOf: (siteId: string) => readonly string[],
  sitesOf: (personId: string) => number,
): Summary {
  const kinds = changes.map(kindOf);
  return {
    total: changes.length,
    added: kinds.filter((kind) => kind === 'new').length,
    roles: kinds.filter((kind) => kind === 'role').length,
    removals: kinds.filter((kind) => kind === 'removal').length,
    newOwners: changes.filter(({ to }) => isSiteOwner(to)).length,
    ownerless: ownerless(changes, ownersOf),
    leaving: leaving(changes, sitesOf),
  };
}

function ownerless(
  changes: readonly Staged[],
  ownersOf: (siteId: string) => readonly string[],
): readonly string[] {
  const touched = new Map(changes.map(({ site }) => [site.id, site.name]));
  return [...touched].flatMap(([siteId, name]) => {
    const before = ownersOf(siteId);
    const after = new Set(before);
    for (const { person, site, to } of changes) {
      if (site.id !== siteId) continue;
      if (isSiteOwner(to)) after.add(person.id);
      else after.delete(person.id);
    }
    return before.length > 0 && after.size === 0 ? [name] : [];
  });
}

function leaving(changes: readonly Staged[], sitesOf: (personId: string) => number): readonly string[] {
  const people = new Map(changes.map(({ person }) => [person.id, person]));
  return [...people.values()]
    .filter((person) => {
      const own = changes.filter((change) => change.person.id === person.id);
      const left = own.reduce(
        (sites, change) => sites + { new: 1, role: 0, removal: -1 }[kindOf(change)],
        sitesOf(person.id),
      );
      return isOnlyOnSites(person.accountRole) && left <= 0;
    })
    .map(({ name }) => name);
}

export const requestOf = (changes: readonly Staged[]): AccessChange[] =>
  changes.map(({ person, site, to }) => ({ userId: person.id, siteId: site.id, role: to }));

/** What undoes saved changes: removals are restored, so that first days stay; everything else is turned around. */
export const inverseOf = (
  saved: readonly Staged[],
): { restore: readonly Staged[]; change: AccessChange[] } => ({
  restore: saved.filter((one) => kindOf(one) === 'removal'),
  change: saved
    .filter((one) => kindOf(one) !== 'removal')
    .map(({ person, site, from }) => ({ userId: person.id, siteId: site.id, role: from })),
});

/** Which changes the server refused, each with its reason; none when it refused for another one. */
export function refusedIn(problem: ApiProblem): ReadonlyMap<string, ApiProblem> {
  const { results } = problem.members;
  if (!problem.is('access_changes.refused') || !Array.isArray(results)) return new Map();
  return new Map(
    results.flatMap(({ userId, siteId, status, code, ...members }: Record<string, unknown>) =>
      status === 'refused' &&
      typeof userId === 'string' &&
      typeof siteId === 'string' &&
      typeof code === 'string'
        ? [[cellKey(userId, siteId), new ApiProblem({ status: problem.status, code, members })] as const]
        : [],
    ),
  );
}
