import {
  ACCOUNT_ROLE_LABELS,
  ACCOUNT_ROLE_WORDS,
  GRANTABLE_ACCOUNT_ROLES,
  isGrantableAccountRole,
  type AccountRole,
} from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorText } from '../messages/errors.ts';
import { peopleWords as words } from '../messages/people.ts';
import { asProblem } from '../problem.ts';
import { useAccount } from '../session/account.ts';
import { serverNow } from '../ui/clock.ts';
import { cx } from '../ui/cx.ts';
import { Select, type SelectOption } from '../ui/select.tsx';
import { sentenceCase } from '../ui/time-text.ts';
import { toast } from '../ui/toasts.tsx';
import { changeAccountRole, refreshPeople } from './people-commands.ts';
import type { Person } from './people-queries.ts';
import { useUndo } from './use-undo.ts';

const GRANTABLE: readonly SelectOption<AccountRole>[] = GRANTABLE_ACCOUNT_ROLES.map((value) => ({
  value,
  label: ACCOUNT_ROLE_LABELS[value],
  description: `${sentenceCase(ACCOUNT_ROLE_WORDS[value].can)}.`,
}));

/** The account role, as a select for whom the viewer may manage [R9]; a refusal is said under it. */
export function AccountRoleCell({ person, inline = true }: { person: Person; inline?: boolean }) {
  const client = useQueryClient();
  const account = useAccount();
  const undo = useUndo();
  const { user, role } = person;
  const change = useMutation({
    mutationFn: (next: AccountRole) => changeAccountRole(account.id, user.id, next),
    onSuccess: async (_, next) => {
      await refreshPeople(client, account.id);
      const back = async () => {
        await changeAccountRole(account.id, user.id, role);
        return words.roleBack(user.name, ACCOUNT_ROLE_LABELS[role]);
      };
      // A collaborator that was raised cannot be made one again [R2].
      toast(words.roleChanged(user.name, ACCOUNT_ROLE_LABELS[next]), {
        undo: isGrantableAccountRole(role) ? () => undo(back, { name: user.name }) : undefined,
      });
    },
  });
  if (!person.manageable) return <span className="text-ink-2">{ACCOUNT_ROLE_LABELS[role]}</span>;
  const options = isGrantableAccountRole(role)
    ? GRANTABLE
    : [{ value: role, label: ACCOUNT_ROLE_LABELS[role], unavailable: words.collaboratorNote }, ...GRANTABLE];
  return (
    <>
      <span className={cx('flex', inline ? '-ml-1.5 w-32' : 'w-44')}>
        <Select
          inline={inline}
          label={words.roleOf(user.name)}
          value={change.isPending ? change.variables : role}
          options={options}
          onChange={(next) => next !== role && change.mutate(next)}
          disabled={change.isPending}
        />
      </span>
      {change.error && (
        <span role="alert" className="block text-12 text-danger">
          {errorText(asProblem(change.error), { name: user.name, account: account.name }, serverNow())}
        </span>
      )}
    </>
  );
}
