import { AUDIT_ACTIONS, isId, SECURITY_ACTIONS } from '@keyholder/domain';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { auditSearch } from '../searches.ts';
import { useAccount } from '../session/account.ts';
import type { AuditFilter, SecurityFilter } from './audit-queries.ts';

export type AuditSearch = ReturnType<typeof auditSearch>;

/** Filters and the open event live in the address. */
export function useAuditSearch() {
  const { slug } = useAccount();
  const search = useSearch({ from: '/session/shell/$account/audit' });
  const navigate = useNavigate();
  const show = useCallback(
    (change: Partial<AuditSearch>, replace = true) =>
      void navigate({
        from: '/$account/audit',
        to: '/$account/audit',
        params: { account: slug },
        search: (before) => ({ ...before, ...change }),
        replace,
      }),
    [navigate, slug],
  );
  return { search, show };
}

export const NO_FILTER = {
  action: undefined,
  actor: undefined,
  target: undefined,
  site: undefined,
  from: undefined,
  to: undefined,
} as const satisfies Partial<AuditSearch>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** The first instant of a day of the viewer, or of the day after. */
function startOf(day: string | undefined, later: 0 | 1 = 0): string | undefined {
  if (day === undefined || !DAY.test(day)) return undefined;
  const start = new Date(`${day}T00:00:00`);
  start.setDate(start.getDate() + later);
  return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
}
const idOf = (text: string | undefined) => (text !== undefined && isId(text) ? text : undefined);

/** What the API is asked; whatever it would not understand is dropped. `sites` turn a slug into an id. */
export const filterOf = (
  { action, actor, target, site, from, to }: AuditSearch,
  sites: readonly { id: string; slug: string }[],
): AuditFilter => ({
  action: AUDIT_ACTIONS.find((each) => each === action),
  actor: actor === 'system' ? actor : idOf(actor),
  target: idOf(target),
  site: sites.find((each) => each.slug === site)?.id ?? idOf(site),
  from: startOf(from),
  to: startOf(to, 1),
});

export const securityFilterOf = ({ action, actor, from, to }: AuditSearch): SecurityFilter => ({
  action: SECURITY_ACTIONS.find((each) => each === action),
  actor: idOf(actor),
  from: startOf(from),
  to: startOf(to, 1),
});
