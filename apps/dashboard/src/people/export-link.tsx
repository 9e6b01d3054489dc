import { peopleWords as words } from '../messages/people.ts';
import { useAccount } from '../session/account.ts';
import { ButtonAnchor } from '../ui/button.tsx';
import { peopleFile, type PeopleFilter } from './people-queries.ts';

/** A file of the people that the filter shows, made by the server and noted as a security event. */
export const ExportLink = ({ filter }: { filter: PeopleFilter }) => (
  <ButtonAnchor href={peopleFile(useAccount().id, filter)} download>
    {words.exportCsv}
  </ButtonAnchor>
);
