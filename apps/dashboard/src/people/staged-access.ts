import { isOnlyOnSites, isSiteOwner, type SiteRole } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { personWords as words } from '../messages/people.ts';
import { ApiProblem, asProblem } from '../problem.ts';
import { useAccount } from '../session/account.ts';
import { toast } from '../ui/toasts.tsx';
import { changeAccess, changeSiteRole, refreshPeople, restoreToSite } from './people-commands.ts';
import type { Person, PersonSite } from './people-queries.ts';
import { currentSites, type SiteFacts } from './person-facts.ts';
import { useUndo } from './use-undo.ts';

/** What shall become of one membership: another role, or `null` for its end. */
export type Stage = SiteRole | null;
interface Line {
  site: PersonSite;
  to: Stage;
}
export interface Outcome {
  saved: ReadonlySet<string>;
  refused: ReadonlyMap<string, ApiProblem>;
}
const NOTHING: Outcome = { saved: new Set(), refused: new Map() };

/** Changes of one person's access that wait for Save: all of them in one transaction, or none. */
export function useStagedAccess(person: Person, onGone: () => Promise<void>) {
  const client = useQueryClient();
  const account = useAccount();
  const undo = useUndo();
  const [stages, setStages] = useState<ReadonlyMap<string, Stage>>(new Map());
  const [outcome, setOutcome] = useState<Outcome>(NOTHING);
  const { user } = person;
  // What meanwhile became so by itself is no change any more.
  const lines = person.sites.flatMap((site): Line[] => {
    const to = stages.get(site.site.id);
    return to === undefined || to === site.role ? [] : [{ site, to }];
  });

  const stage = (siteId: string, to: Stage | undefined) => {
    setOutcome({ saved: without(outcome.saved, siteId), refused: withoutKey(outcome.refused, siteId) });
    const next = new Map(stages);
    if (to === undefined) next.delete(siteId);
    else next.set(siteId, to);
    setStages(next);
  };
  const discard = () => {
    setStages(new Map());
    setOutcome(NOTHING);
  };
  const save = useMutation({
    mutationFn: async (staged: readonly Line[]) => {
      const changes = staged.map(({ site: { site, etag }, to }) => ({
        ...{ userId: user.id, siteId: site.id, role: to, etag },
      }));
      try {
        await changeAccess(account.id, changes);
        return { done: staged, refused: new Map<string, ApiProblem>() };
      } catch (error) {
        return { done: [], refused: refusedBy(asProblem(error), staged) };
      }
    },
    onSuccess: async ({ done, refused }) => {
      const gone = leavesAccount(person, done);
      if (done.length > 0)
        toast(words.savedAll(user.name, done.length), {
          undo: () => undo(() => putBack(user, done), { name: user.name }),
        });
      if (gone) await onGone();
      await refreshPeople(client, account.id);
      if (done.length > 0) setStages(new Map());
      setOutcome({ saved: new Set(done.map(({ site }) => site.site.id)), refused });
    },
  });
  return { lines, stage, discard, save, outcome };
}

/** Why nothing was saved, by site: the refused lines as the server names them, or all of them for one reason. */
function refusedBy(problem: ApiProblem, staged: readonly Line[]): ReadonlyMap<string, ApiProblem> {
  const { results } = problem.members;
  if (!problem.is('access_changes.refused') || !Array.isArray(results))
    return new Map(staged.map(({ site }) => [site.site.id, problem]));
  return new Map(
    results.flatMap(({ siteId, code, ...members }: Record<string, unknown>) =>
      typeof siteId === 'string' && typeof code === 'string'
        ? [[siteId, new ApiProblem({ status: problem.status, code, members })] as const]
        : [],
    ),
  );
}

async function putBack(user: Person['user'], done: readonly Line[]): Promise<string> {
  for (const { site, to } of [...done].reverse()) {
    if (to === null) await restoreToSite(site.site.id, user.id);
    else await changeSiteRole(site.site.id, user.id, site.role);
  }
  return words.undone(user.name);
}

/** Who is only on sites leaves the account with the last of them [R2]. */
export const leavesAccount = (person: Person, lines: readonly Line[]): boolean =>
  isOnlyOnSites(person.role) &&
  lines.some(({ to }) => to === null) &&
  currentSites(person.sites).every((held) =>
    lines.some(({ site, to }) => to === null && site.site.id === held.site.id),
  );

/** Sites that lose their one Owner by these changes [R10]. */
export const leftOwnerless = (
  person: Person,
  lines: readonly Line[],
  sites: readonly SiteFacts[],
): readonly string[] =>
  lines.flatMap(({ site, to }) => {
    const owners = sites.find((each) => each.id === site.site.id)?.owners ?? [];
    const only = owners.length === 1 && owners[0]?.id === person.user.id;
    return only && isSiteOwner(site.role) && !isSiteOwner(to) ? [site.site.name] : [];
  });

const without = (set: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...set].filter((each) => each !== id));
const withoutKey = <V>(map: ReadonlyMap<string, V>, id: string): ReadonlyMap<string, V> =>
  new Map([...map].filter(([key]) => key !== id));
