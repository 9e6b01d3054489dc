import {
  SITE_ROLE_LABELS,
  SITE_ROLE_LETTERS,
  SITE_ROLE_REACH,
  type Reach,
  type SiteRole,
} from '@keyholder/domain';
import { accessWords as words } from '../messages/access.ts';
import { cellKey, type Access, type AccessPerson, type AccessSite, type Held, type Offer } from './model.ts';
import type { Head } from './layout.ts';
import type { Staged } from './staging.ts';

/** One person, or invited address, on one site. */
export interface Cell {
  key: string;
  /** Null: an address that is nobody's here. */
  person: AccessPerson | null;
  email: string;
  site: AccessSite;
  held: Held | undefined;
  offer: Offer | undefined;
  staged: Staged | undefined;
  /** Why the server refused the last change of it. */
  refused: string | undefined;
}

/** The cell where a row and a column meet, or null under a heading. */
export function cellAt(
  access: Access,
  staged: ReadonlyMap<string, Staged>,
  refused: ReadonlyMap<string, string>,
  ...heads: readonly [Head | undefined, Head | undefined]
): Cell | null {
  const site = heads.find((head) => head?.kind === 'site')?.site;
  const person = heads.find((head) => head?.kind === 'person')?.person ?? null;
  const email = person?.email ?? heads.find((head) => head?.kind === 'address')?.email;
  if (!site || email === undefined) return null;
  const key = cellKey(person?.id ?? email, site.id);
  const held = person ? access.held(person.id, site.id) : undefined;
  return {
    ...{ key, person, email, site, held },
    // Whoever was assigned after an invitation has the role, not the offer.
    offer: held ? undefined : access.offer(email, site.id),
    staged: staged.get(key),
    refused: refused.get(key),
  };
}

export type CellTone = 'none' | 'offer' | 'expired' | 'staged' | 'removal' | `reach-${Reach}`;

/** How a cell looks and what it is called; the name begins with the letters that are seen (WCAG 2.5.3). */
export function faceOf(cell: Cell): { letters: string; name: string; tone: CellTone } {
  const { held, offer, staged } = cell;
  const where = words.at(cell.person?.name ?? cell.email, cell.site.name);
  const refused = cell.refused === undefined ? '' : `, ${words.refusedBecause(cell.refused)}`;
  const face = (role: SiteRole | null, tone: CellTone, state = '') => ({
    letters: role === null ? '·' : SITE_ROLE_LETTERS[role],
    name: `${role === null ? words.noAccessCell : `${SITE_ROLE_LETTERS[role]} ${SITE_ROLE_LABELS[role]}`}, ${where}${state}${refused}`,
    tone,
  });
  if (staged?.to === null) return face(staged.from, 'removal', `, ${words.removalStaged}`);
  if (staged)
    return face(staged.to, 'staged', `, ${words.stagedFrom(staged.from && SITE_ROLE_LABELS[staged.from])}`);
  if (held)
    return face(
      held.role,
      `reach-${SITE_ROLE_REACH[held.role]}`,
      held.until === null ? '' : `, ${words.until(held.until.slice(0, 10))}`,
    );
  if (offer)
    return face(offer.role, offer.expired ? 'expired' : 'offer', `, ${words.offered(offer.expired)}`);
  return face(null, 'none');
}
