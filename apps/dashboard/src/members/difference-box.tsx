import type { SiteRole } from '@keyholder/domain';
import { memberWords as words } from '../messages/members.ts';
import { roleDifference } from '../role-abilities.ts';

/** What somebody gains and loses by another role, from the domain's own table. */
export function DifferenceBox({ from, to }: { from: SiteRole; to: SiteRole }) {
  const { gains, loses } = roleDifference(from, to);
  return (
    <div role="status" className="rounded-2 bg-sunken px-3 py-2.5 text-13">
      {gains.length > 0 && <Line title={words.gains} areas={gains} />}
      {loses.length > 0 && <Line title={words.loses} areas={loses} />}
      {gains.length + loses.length === 0 && <p>{words.sameAreas}</p>}
      <p className="mt-1 text-ink-2">{words.roleHelp}</p>
    </div>
  );
}

const Line = ({ title, areas }: { title: string; areas: readonly string[] }) => (
  <p>
    <b className="font-semibold">{title}:</b> {words.list(areas)}
  </p>
);
