import type { Visitor } from '@keyholder/domain';
import type { PersonAccess } from '../http/access.ts';
import type { OpenedLink } from './presented-link.ts';

/** Who stands before the link: by person, never by what the request says about its address [R21]. */
export function visitorOf(
  person: PersonAccess | null,
  link: Pick<OpenedLink, 'invitation' | 'holder'>,
): Visitor {
  if (person === null) return 'nobody';
  return person.userId === link.holder && person.email === link.invitation.email ? 'invited' : 'other';
}
