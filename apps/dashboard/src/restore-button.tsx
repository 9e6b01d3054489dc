import { RESTORABLE_MS, type AuditAction } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data } from './api.ts';
import { keys } from './keys.ts';
import { errorText } from './messages/errors.ts';
import { restoreWords as words } from './messages/restore.ts';
import { asProblem } from './problem.ts';
import { Button } from './ui/button.tsx';
import { serverNow } from './ui/clock.ts';
import { toast, toastFailure } from './ui/toasts.tsx';

interface Removal {
  readonly action: AuditAction;
  readonly at: string;
  readonly person?: { readonly id: string; readonly name: string } | undefined;
  readonly site?: { readonly id: string; readonly name: string } | undefined;
}

/** Whether what an event removed can be brought back now, as far as the event itself tells [R33]. */
export const isRestorable = ({ action, at, person, site }: Removal, now: number): boolean =>
  person !== undefined &&
  (action === 'account_member.removed' || (action === 'site_member.removed' && site !== undefined)) &&
  now - Date.parse(at) < RESTORABLE_MS;

/** On the line of a removal for 90 days, for whoever has the authority. The server decides; its reason is said. */
export function RestoreButton({ event, accountId }: { event: Removal; accountId: string }) {
  const client = useQueryClient();
  const { action, person, site } = event;
  const restore = useMutation({
    mutationFn: (user: string): Promise<unknown> =>
      action === 'site_member.removed' && site
        ? data(
            api.v1.sites[':site'].members[':user'].restore.$post({
              param: { site: site.id, user },
              json: {},
            }),
          )
        : data(
            api.v1.accounts[':account'].members[':user'].restore.$post({
              param: { account: accountId, user },
              json: {},
            }),
          ),
    onSuccess: () =>
      toast(words.restored(person?.name ?? '', action === 'site_member.removed' ? site?.name : undefined)),
    onError: (error) =>
      toastFailure(
        errorText(asProblem(error), { name: person?.name ?? '', site: site?.name ?? '' }, serverNow()),
      ),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.account(accountId) }),
        client.invalidateQueries({ queryKey: ['site'] }),
      ]),
  });
  if (!person || !isRestorable(event, serverNow())) return null;
  return (
    <Button
      size="small"
      aria-label={words.restoreOf(person.name)}
      busy={restore.isPending}
      busyLabel={words.restoring}
      onClick={() => !restore.isPending && restore.mutate(person.id)}
    >
      {words.restore}
    </Button>
  );
}
