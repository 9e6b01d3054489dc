import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { peopleWords as words, personWords } from '../messages/people.ts';
import { useAccount, useMay } from '../session/account.ts';
import { BulkBar } from '../ui/bulk-bar.tsx';
import { Button } from '../ui/button.tsx';
import { listKeys } from '../ui/list-keys.ts';
import { PickAllHead } from '../ui/pick-cell.tsx';
import { useSelection } from '../ui/selection.ts';
import { Table, Th, type SortDirection } from '../ui/table.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import type { PeopleSort, PeopleSortKey as SortKey, Person } from './people-queries.ts';
import { PersonRow } from './person-row.tsx';
import type { SiteFacts } from './person-facts.ts';
import { RemoveManyDialog } from './remove-many-dialog.tsx';

export function PeopleTable({
  people,
  sites,
  sort,
  onSort,
  stale,
  total,
}: {
  people: readonly Person[];
  sites: readonly SiteFacts[];
  sort: PeopleSort | undefined;
  onSort: (sort: PeopleSort | undefined) => void;
  stale: boolean;
  total: number;
}) {
  const account = useAccount();
  const may = useMay();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'assign' | 'remove' | null>(null);
  const selection = useSelection(people.filter((each) => each.manageable).map((each) => each.user.id));
  const chosen = people.filter((each) => selection.has(each.user.id));
  const manages = may('team.manage');
  const head = (key: SortKey) => ({
    sort: directionOf(key, sort),
    onSort: () => onSort(nextSort(key, sort)),
  });
  const toggle = (id: string) =>
    people.some((each) => each.user.id === id && each.manageable) && selection.toggle(id, false);
  const open = (user: string) =>
    void navigate({ to: '/$account/members/$user', params: { account: account.slug, user } });
  const close = () => setDoing(null);
  return (
    <div onKeyDown={listKeys({ ...(manages ? { x: toggle } : {}), Enter: open })}>
      <Table
        caption={words.caption(account.name)}
        stale={stale}
        rowCount={total + 1}
        head={
          <>
            {manages && <PickAllHead selection={selection} />}
            <Th {...head('name')}>{words.name}</Th>
            <Th {...head('email')} className="max-[1439px]:hidden">
              {words.email}
            </Th>
            <Th {...head('role')}>{words.accountRole}</Th>
            <Th {...head('sites')}>{words.sites}</Th>
            <Th>{words.strongest}</Th>
            <Th {...head('lastActive')} className="md:max-[1179px]:hidden">
              {words.lastActive}
            </Th>
            <Th className="md:max-[1279px]:hidden">{words.flags}</Th>
          </>
        }
      >
        {people.map((person) => (
          <PersonRow key={person.user.id} person={person} selection={manages ? selection : null} />
        ))}
      </Table>
      {chosen.length > 0 && (
        <BulkBar text={words.selected(chosen.length)} onClear={selection.clear}>
          {may('roster.manage') && <Button onClick={() => setDoing('assign')}>{personWords.assign}</Button>}
          <Button kind="danger-quiet" onClick={() => setDoing('remove')}>
            {personWords.remove}
          </Button>
        </BulkBar>
      )}
      {doing === 'assign' && (
        <AssignDialog people={chosen} sites={sites} onClose={close} onDone={selection.clear} />
      )}
      {doing === 'remove' && <RemoveManyDialog people={chosen} onClose={close} />}
    </div>
  );
}

const DEFAULT: SortKey = 'name';
function directionOf(key: SortKey, sort: PeopleSort | undefined): SortDirection | null {
  const current = sort ?? DEFAULT;
  return current === key ? 'asc' : current === `-${key}` ? 'desc' : null;
}
const nextSort = (key: SortKey, sort: PeopleSort | undefined): PeopleSort | undefined =>
  directionOf(key, sort) === 'asc' ? `-${key}` : key === DEFAULT ? undefined : key;
