import { personWords as words } from '../messages/people.ts';
import { useAccount } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { listKeys } from '../ui/list-keys.ts';
import { Note } from '../ui/note.tsx';
import { Table, Th, ThHidden } from '../ui/table.tsx';
import { AccessRow } from './access-row.tsx';
import type { Person } from './people-queries.ts';
import type { SiteFacts } from './person-facts.ts';
import { leavesAccount, leftOwnerless, useStagedAccess } from './staged-access.ts';
import { useAccountOwnerName } from './use-account-owner-name.ts';

/** Every site of one person with the role there; changes collect until they are saved together. */
export function AccessTab({
  person,
  sites,
  onGone,
}: {
  person: Person;
  sites: readonly SiteFacts[];
  /** The last change ended their membership in the account. */
  onGone: () => Promise<void>;
}) {
  const account = useAccount();
  const owner = useAccountOwnerName();
  const { lines, stage, discard, save, outcome } = useStagedAccess(person, onGone);
  const { user } = person;
  if (person.sites.length === 0)
    return <EmptyState text={person.you ? words.yourNoSites : words.noSites(user.name)} />;
  const actions = person.sites.some((held) => held.manageable);
  const ownerless = leftOwnerless(person, lines, sites);
  const removals = lines.filter(({ to }) => to === null).length;
  const refused = outcome.refused.size;
  return (
    <div
      onKeyDown={listKeys({
        Delete: (id) =>
          person.sites.some((held) => held.site.id === id && held.manageable) && stage(id, null),
      })}
    >
      {person.you && <p className="pb-3 text-13 text-ink-2">{words.ownRow}</p>}
      {refused > 0 && (
        <Note tone="danger" role="alert" className="mb-3">
          {words.noneSaved(refused)}
        </Note>
      )}
      <Table
        caption={words.caption(user.name)}
        head={
          <>
            <Th>{words.site}</Th>
            <Th>{words.role}</Th>
            <Th>{words.since}</Th>
            <Th className="drop-1">{words.source}</Th>
            <Th>{words.accessUntil}</Th>
            {actions && <ThHidden>{words.actions}</ThHidden>}
          </>
        }
      >
        {person.sites.map((held) => (
          <AccessRow
            key={held.site.id}
            held={held}
            person={person}
            to={lines.find(({ site }) => site.site.id === held.site.id)?.to}
            saved={outcome.saved.has(held.site.id)}
            problem={outcome.refused.get(held.site.id)}
            onStage={(to) => stage(held.site.id, to)}
            actions={actions}
          />
        ))}
      </Table>
      {lines.length > 0 && (
        <div
          role="group"
          aria-label={words.staged(lines.length - removals, removals)}
          className="sticky bottom-4 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-3 bg-raised px-4 py-2.5 shadow-over"
        >
          <div className="mr-auto min-w-0 flex-1 basis-60 max-md:basis-full">
            <p role="status" className="font-semibold">
              {words.staged(lines.length - removals, removals)}
            </p>
            <p className="text-13 text-ink-2">
              {words.atOnce}{' '}
              {ownerless.length > 0 && (
                <span className="text-warn">{words.leftOwnerless(ownerless, owner)} </span>
              )}
              {leavesAccount(person, lines) && words.leavesAccount(user.name, account.name)}
            </p>
          </div>
          <Button kind="quiet" className="max-md:ml-auto" onClick={discard} unavailable={save.isPending}>
            {words.discard}
          </Button>
          <Button
            kind="primary"
            busy={save.isPending}
            busyLabel={words.saving}
            onClick={() => save.mutate(lines)}
          >
            {words.save}
          </Button>
        </div>
      )}
    </div>
  );
}
