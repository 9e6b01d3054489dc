import { holdsRosterAuthority, type SiteRole, type Standing } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { assignWords as words } from '../messages/people.ts';
import { asProblem, type ApiProblem } from '../problem.ts';
import { useAccount } from '../session/account.ts';
import { toast } from '../ui/toasts.tsx';
import { assignToSites, refreshPeople, removeFromSite, type NewAssignment } from './people-commands.ts';
import type { Person } from './people-queries.ts';
import { currentSites, type SiteFacts } from './person-facts.ts';
import { useUndo } from './use-undo.ts';

export interface Choice {
  /** Ticked sites, each with its own role when `perSite`. */
  sites: ReadonlyMap<string, SiteRole | null>;
  role: SiteRole | null;
  perSite: boolean;
  /** A day as the date input gives it, or empty. */
  until: string;
}

/** The end of that day where the viewer is. */
export const endOf = (day: string): string => new Date(`${day}T23:59:59`).toISOString();

/** Where the viewer manages people and somebody of these is not yet. */
export const assignableSites = (
  people: readonly Person[],
  sites: readonly SiteFacts[],
  standingOn: (siteId: string) => Standing,
): readonly SiteFacts[] =>
  sites.filter(
    (site) => holdsRosterAuthority(standingOn(site.id)) && people.some((person) => !isOn(person, site.id)),
  );

const isOn = (person: Person, siteId: string): boolean =>
  currentSites(person.sites).some((each) => each.site.id === siteId);

export interface RefusedPerson {
  person: Person;
  problem: ApiProblem;
  /** Where, when the refusal names a site. */
  siteId: string | undefined;
}

/** One request a person; who was refused stays, with the reason, and everybody else is done. */
export function useAssignment(people: readonly Person[], onDone: () => void) {
  const client = useQueryClient();
  const account = useAccount();
  const undo = useUndo();
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly RefusedPerson[]>([]);
  const left = people.filter((each) => !done.has(each.user.id));

  const assign = useMutation({
    mutationFn: async (assignments: readonly NewAssignment[]) => {
      const saved: { user: Person['user']; siteIds: readonly string[] }[] = [];
      const failed: RefusedPerson[] = [];
      for (const person of left) {
        const fresh = assignments.filter(({ siteId }) => !isOn(person, siteId));
        if (fresh.length === 0) continue;
        try {
          const { items } = await assignToSites(account.id, person.user.id, fresh);
          saved.push({ user: person.user, siteIds: items.map((each) => each.site.id) });
        } catch (error) {
          const problem = asProblem(error);
          const siteId = problem.members['siteId'];
          failed.push({
            person,
            problem,
            siteId: typeof siteId === 'string' ? siteId : undefined,
          });
        }
      }
      return { saved, failed };
    },
    onSuccess: async ({ saved, failed }) => {
      setRefused(failed);
      setDone((before) => new Set([...before, ...saved.map(({ user }) => user.id)]));
      await refreshPeople(client, account.id);
      if (saved.length > 0) {
        const siteCount = new Set(saved.flatMap(({ siteIds }) => siteIds)).size;
        toast(
          words.done(
            saved.map(({ user }) => user.name),
            siteCount,
          ),
          {
            undo: () =>
              undo(async () => {
                for (const { user, siteIds } of saved)
                  for (const siteId of siteIds) await removeFromSite(siteId, user.id);
                return words.undone;
              }),
          },
        );
      }
      if (failed.length === 0) onDone();
    },
  });
  return { assign, refused, left };
}
