import {
  SITE_ROLE_LABELS,
  SITE_ROLE_LETTERS,
  SITE_ROLE_REACH,
  SITE_ROLES,
  type SiteRole,
} from '@keyholder/domain';
import { accessWords as words } from '../messages/access.ts';
import { ChoiceList, type Choice } from '../ui/choice-list.tsx';
import { PopupAt } from '../ui/popup-at.tsx';
import { ReachMark } from '../ui/reach-mark.tsx';
import type { Cell } from './cells.ts';
import { whyFixed, whyNot, type StandingOn } from './may-change.ts';

/** The roles for one cell or several; where nothing may be changed, the reason in place of them. */
export function CellPopup({
  anchor,
  cells,
  typed,
  standingOn,
  onClose,
  onChoose,
}: {
  anchor: HTMLElement;
  cells: readonly Cell[];
  typed: string;
  standingOn: StandingOn;
  onClose: () => void;
  onChoose: (cells: readonly Cell[], role: SiteRole | null) => void;
}) {
  const [first] = cells;
  if (!first) return null;
  const free = cells.filter((cell) => whyFixed(standingOn, cell) === null);
  const stay = cells.length - free.length;
  const label =
    cells.length > 1
      ? words.roleForAll(free.length)
      : words.roleOf(first.person?.name ?? first.email, first.site.name);
  return (
    <PopupAt anchor={anchor} onClose={onClose} label={label}>
      <p className="px-2.5 pt-1.5 pb-1 text-12 font-semibold text-ink-3">{label}</p>
      {first.refused !== undefined && cells.length === 1 && (
        <p className="px-2.5 pb-1.5 text-13 text-danger">{first.refused}</p>
      )}
      {stay > 0 && (
        <p className="px-2.5 pb-1.5 text-13 text-ink-2">
          {cells.length === 1 ? whyFixed(standingOn, first) : words.stay(stay)}
        </p>
      )}
      {free.length > 0 && (
        <ChoiceList<SiteRole | null>
          label={label}
          choices={choicesOf(free, standingOn)}
          value={sharedRole(free)}
          typed={typed}
          onChoose={(role) => onChoose(free, role)}
        />
      )}
    </PopupAt>
  );
}

/** The seven roles and none; those that may not be given to all of the cells stay listed with the reason [R7]. */
export function choicesOf(
  cells: readonly Cell[],
  standingOn: StandingOn,
): readonly Choice<SiteRole | null>[] {
  const reason = (role: SiteRole | null) =>
    cells
      .map((cell) => (cell.person ? whyNot(standingOn, { ...cell, person: cell.person }, role) : null))
      .find((why) => why !== null) ?? undefined;
  const roles = SITE_ROLES.map((role): Choice<SiteRole | null> => ({
    value: role,
    label: SITE_ROLE_LABELS[role],
    short: SITE_ROLE_LETTERS[role],
    unavailable: reason(role),
    mark: <ReachMark level={SITE_ROLE_REACH[role]} />,
  }));
  // Nothing to remove: taking a new role back is no removal.
  const none: Choice<SiteRole | null> = cells.some(({ held }) => held)
    ? { value: null, label: words.remove, destructive: true, mark: NO_MARK }
    : { value: null, label: words.noAccess, mark: NO_MARK };
  return [...roles, none];
}

/** Keeps the names under each other. */
const NO_MARK = <span className="block w-[13px]" />;

/** The role that all of the cells have or will have; undefined when they differ. */
function sharedRole(cells: readonly Cell[]): SiteRole | null | undefined {
  const roles = new Set(cells.map(({ held, staged }) => (staged ? staged.to : (held?.role ?? null))));
  return roles.size === 1 ? [...roles][0] : undefined;
}
