import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorText } from '../messages/errors.ts';
import { removeWords as words } from '../messages/people.ts';
import { asProblem, type ApiProblem } from '../problem.ts';
import { useAccount } from '../session/account.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { serverNow } from '../ui/clock.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Note } from '../ui/note.tsx';
import { toast } from '../ui/toasts.tsx';
import { refreshPeople, removeFromAccount, restoreToAccount } from './people-commands.ts';
import { removalPreviewQuery, type Person } from './people-queries.ts';
import { currentSites } from './person-facts.ts';
import { useAccountOwnerName } from './use-account-owner-name.ts';
import { useUndo } from './use-undo.ts';

/** Several people at once, named one by one; each removal stands for itself, and who was refused stays with the reason. */
export function RemoveManyDialog({ people, onClose }: { people: readonly Person[]; onClose: () => void }) {
  const client = useQueryClient();
  const account = useAccount();
  const undo = useUndo();
  const owner = useAccountOwnerName();
  // The rows leave the list while the dialog works.
  const [asked, setAsked] = useState(people);
  const [adopt, setAdopt] = useState(false);
  const [refused, setRefused] = useState<ReadonlyMap<string, ApiProblem>>(new Map());
  const previews = useQueries({ queries: asked.map(({ user }) => removalPreviewQuery(account.id, user.id)) });
  const facts = previews.flatMap(({ data }) => data ?? []);
  const ownerless = [...new Set(facts.flatMap((each) => each.sitesWithoutOwner.map((site) => site.name)))];
  const remove = useMutation({
    mutationFn: async () => {
      const gone: Person[] = [];
      const failed = new Map<string, ApiProblem>();
      for (const person of asked) {
        try {
          await removeFromAccount(account.id, person.user.id, { adoptInvitations: adopt, reason: null });
          gone.push(person);
        } catch (error) {
          failed.set(person.user.id, asProblem(error));
        }
      }
      return { gone, failed };
    },
    onSuccess: ({ gone, failed }) => {
      setRefused(failed);
      setAsked(asked.filter(({ user }) => failed.has(user.id)));
      if (gone.length > 0)
        toast(words.doneMany(gone.length, account.name), {
          undo: () =>
            undo(async () => {
              for (const { user } of gone) await restoreToAccount(account.id, user.id);
              return words.backMany(gone.length);
            }),
        });
      void refreshPeople(client, account.id);
      if (failed.size === 0) onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => remove.mutate()}
      title={words.questionMany(asked.length, account.name)}
      confirm={words.confirmMany(asked.length)}
      destructive
      busy={remove.isPending}
      busyLabel={words.removing}
      typed={words.typedMany(asked.length)}
      extra={
        <>
          <ul
            className="max-h-60 divide-y divide-line overflow-y-auto rounded-2 border border-line"
            tabIndex={0}
          >
            {asked.map(({ user, sites }) => {
              const problem = refused.get(user.id);
              return (
                <li key={user.id} className="px-3 py-1.5">
                  <span className="flex flex-wrap justify-between gap-x-3">
                    <b className="font-semibold">{user.name}</b>
                    <span className="text-13 text-ink-2">{words.sites(currentSites(sites).length)}</span>
                  </span>
                  <span className="block text-12 text-ink-3">{user.email}</span>
                  {problem && (
                    <span role="alert" className="block text-13 text-danger">
                      {errorText(problem, { name: user.name, account: account.name }, serverNow())}
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
          {ownerless.length > 0 && <Note>{words.withoutOwner(ownerless, owner)}</Note>}
          {facts.some((each) => each.invitationsSent.length > 0) && (
            <Checkbox
              label={words.adoptMany}
              checked={adopt}
              onChange={(event) => setAdopt(event.target.checked)}
            />
          )}
        </>
      }
    >
      {words.effect}
    </ConfirmDialog>
  );
}
