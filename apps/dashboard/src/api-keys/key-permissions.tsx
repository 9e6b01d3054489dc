import { apiKeyWords as words } from '../messages/api-keys.ts';
import { abilityLine } from '../messages/roles.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import type { ApiKey } from './api-key-queries.ts';
import { groupsOf } from './permission-groups.ts';

const SHOWN = 3;

/** What a key carries, and what its maker can no longer lend it. */
export function KeyPermissions({ apiKey }: { apiKey: ApiKey }) {
  const { permissions, effective, narrowed, madeBy, you } = apiKey;
  const groups = groupsOf(permissions);
  const lost = permissions.filter((permission) => !effective.includes(permission));
  const lines = (
    <ul className="m-0 list-none p-0 text-13">
      {groups.map(({ area, abilities }) => (
        <li key={area}>
          {abilityLine(
            area,
            abilities.map(({ verb }) => verb),
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <div className="flex flex-col items-start gap-1">
      {groups.length <= SHOWN ? (
        lines
      ) : (
        <details className="text-13">
          <summary className="cursor-pointer">
            {words.moreAreas(
              groups.slice(0, SHOWN).map(({ area }) => area),
              groups.length - SHOWN,
            )}
          </summary>
          <div className="pt-1">{lines}</div>
        </details>
      )}
      {narrowed && (
        <StatusPill tone="warn" wraps>
          {words.narrowed(you ? null : madeBy.name, lost)}
        </StatusPill>
      )}
    </div>
  );
}
