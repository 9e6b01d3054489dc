import type { LinkProps } from '@tanstack/react-router';
import { createContext, use } from 'react';
import type { siteMembersSearch } from './searches.ts';
import type { SiteHere } from './site-here.ts';

export type MembersSearch = ReturnType<typeof siteMembersSearch>;

/** Where the one panel of members is shown: in the Dashboard or in Site Admin, each with addresses of its own. */
export interface MembersPlace {
  readonly site: SiteHere;
  readonly search: MembersSearch;
  /** Whose drawer is open. */
  readonly user: string | undefined;
  readonly invitation: string | undefined;
  readonly siteLink: LinkProps;
  list(search: MembersSearch): LinkProps;
  /** The drawers lie over the list, which keeps its search. */
  member(id: string): LinkProps;
  pending(id: string): LinkProps;
}

export const MembersPlaceContext = createContext<MembersPlace | undefined>(undefined);

export function useMembersPlace(): MembersPlace {
  const place = use(MembersPlaceContext);
  if (!place) throw new Error('useMembersPlace is only for parts of a members page');
  return place;
}
