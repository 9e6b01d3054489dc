import { isOnlyOnSites, isSiteOwner, type SiteRole } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { personWords as words } from '../messages/people.ts';
import { asProblem, type ApiProblem } from '../problem.ts';
import { useAccount } from '../session/account.ts';
import { toast } from '../ui/toasts.tsx';
import { changeSiteRole, refreshPeople, removeFromSite, restoreToSite } from './people-commands.ts';
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

/** Changes of one person's access that wait for Save: one request a line, in order; what was refused stays staged. */
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
      const done: Line[] = [];
      const refused = new Map<string, ApiProblem>();
      for (const line of staged) {
        const { site, etag } = line.site;
        try {
          if (line.to === null) await removeFromSite(site.id, user.id);
          else await changeSiteRole(site.id, user.id, line.to, etag);
          done.push(line);
        } catch (error) {
          refused.set(site.id, asProblem(error));
        }
      }
      return { done, refused };
    },
    onSuccess: async ({ done, refused }) => {
      const gone = leavesAccount(person, done);
      if (done.length > 0)
        toast(words.savedAll(user.name, done.length), {
          undo: () => undo(() => putBack(user, done), { name: user.name }),
        });
      if (gone) await onGone();
      await refreshPeople(client, account.id);
      setStages((before) => new Map([...before].filter(([id]) => refused.has(id))));
      setOutcome({ saved: new Set(done.map(({ site }) => site.site.id)), refused });
    },
  });
  return { lines, stage, discard, save, outcome };
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
