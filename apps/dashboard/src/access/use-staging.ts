import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accessWords as words } from '../messages/access.ts';
import { errorText } from '../messages/errors.ts';
import { asProblem, type ApiProblem } from '../problem.ts';
import { useAccount } from '../session/account.ts';
import { serverNow } from '../ui/clock.ts';
import { toast, toastFailure } from '../ui/toasts.tsx';
import { changeAccess, refreshAccess, restoreAccess } from './access-queries.ts';
import type { Access } from './model.ts';
import {
  inverseOf,
  keyOf,
  NO_STAGES,
  refusedIn,
  requestOf,
  settled,
  stageAll,
  takeBack,
  type Staged,
} from './staging.ts';

export interface RefusedChange {
  change: Staged;
  reason: string;
}
interface Outcome {
  refused: ReadonlyMap<string, RefusedChange>;
  /** How many were asked for when some were refused. */
  asked: number;
  /** Why nothing was saved, when it was about none of them. */
  problem: ApiProblem | null;
}
const NOTHING: Outcome = { refused: new Map(), asked: 0, problem: null };

/** Changes that wait for Save: all of them in one transaction, or none. They survive filters and live updates. */
export function useStaging(access: Access | undefined) {
  const client = useQueryClient();
  const account = useAccount();
  const [stages, setStages] = useState(NO_STAGES);
  const [outcome, setOutcome] = useState(NOTHING);
  const changes = access ? settled(stages, access) : [...stages.values()];

  const undo = (saved: readonly Staged[]) => {
    const { restore, change } = inverseOf(saved);
    void (async () => {
      // First, so that nobody who is only on sites leaves the account in between [R2].
      for (const { site, person } of restore) await restoreAccess(site.id, person.id);
      if (change.length > 0) await changeAccess(account.id, change);
    })()
      .then(() => toast(words.undone))
      .catch((error: unknown) =>
        toastFailure(errorText(asProblem(error), { account: account.name }, serverNow())),
      )
      .finally(() => void refreshAccess(client, account.id));
  };
  const save = useMutation({
    mutationFn: (asked: readonly Staged[]) => changeAccess(account.id, requestOf(asked)),
    onSuccess: async (_, asked) => {
      toast(words.saved(asked.length), { undo: () => undo(asked) });
      await refreshAccess(client, account.id);
      setStages((now) => takeBack(now, asked.map(keyOf)));
      setOutcome(NOTHING);
    },
    onError: (error, asked) => {
      const problem = asProblem(error);
      const why = refusedIn(problem);
      const refused = new Map(
        asked.flatMap((change): [string, RefusedChange][] => {
          const refusal = why.get(keyOf(change));
          const facts = { name: change.person.name, site: change.site.name };
          return refusal ? [[keyOf(change), { change, reason: errorText(refusal, facts, serverNow()) }]] : [];
        }),
      );
      setStages((now) => takeBack(now, refused.keys()));
      setOutcome({ refused, asked: asked.length, problem: refused.size > 0 ? null : problem });
      // What was refused may look different by now.
      void refreshAccess(client, account.id);
    },
  });
  const settle = (keys: readonly string[]) =>
    setOutcome({
      ...outcome,
      problem: null,
      refused: new Map([...outcome.refused].filter(([key]) => !keys.includes(key))),
    });
  return {
    changes,
    ...outcome,
    saving: save.isPending,
    save: () => {
      if (changes.length > 0 && !save.isPending) save.mutate(changes);
    },
    stage: (next: readonly Staged[]) => {
      setStages(stageAll(stages, next));
      settle(next.map(keyOf));
    },
    takeBack: (key: string) => {
      setStages(takeBack(stages, [key]));
      settle([key]);
    },
    discard: () => {
      setStages(NO_STAGES);
      setOutcome(NOTHING);
    },
  };
}
export type Staging = ReturnType<typeof useStaging>;
