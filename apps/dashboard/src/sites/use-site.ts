import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useAccount } from '../session/account.ts';
import { siteQuery } from './site-queries.ts';

/** The site of the address; SiteLayout has waited for it and shown what went wrong. */
export function useSite() {
  const { site } = useParams({ from: '/session/shell/$account/sites/$site' });
  return useSuspenseQuery(siteQuery(useAccount().id, site)).data;
}
