import {
  REDIRECT_STATUSES,
  canonicalPath,
  canonicalTarget,
  chainEnds,
  decideRedirect,
} from '@keyholder/domain';
import type { RedirectStatus } from '@keyholder/domain';
import type { RedirectRule } from './redirect-repository.ts';
import type { ImportResult } from './redirect-view.ts';

/** One line as it was pasted: nothing of it is believed yet. */
export interface ImportRow {
  readonly path: string;
  readonly target: string;
  readonly status?: string | number | undefined;
}

export type Verdict =
  | { readonly row: number; readonly ok: true; readonly rule: RedirectRule }
  | ({ readonly row: number; readonly ok: false } & Pick<
      ImportResult,
      'code' | 'fields' | 'hops' | 'redirect'
    >);

/** Judges each row as if it were added alone, in order, after those before it that were fine; they join `redirects`. */
export function judgeImport(
  redirects: Map<string, string>,
  domain: string,
  rows: readonly ImportRow[],
): readonly Verdict[] {
  const endOf = chainEnds(redirects, domain);
  return rows.map((row, index): Verdict => {
    const read = {
      path: canonicalPath(row.path.trim()),
      target: canonicalTarget(row.target.trim()),
      status: statusOf(row.status),
    };
    if (read.path === null || read.target === null || read.status === null)
      return { row: index, ok: false, code: 'validation.failed', fields: faults(read) };
    const rule = { path: read.path, target: read.target, status: read.status };
    const decision = decideRedirect(redirects, rule, domain, endOf);
    if (!decision.allowed) {
      const { code, facts } = decision.refusal;
      const hops = facts?.['hops'] as string[] | undefined;
      return { row: index, ok: false, code, redirect: rule, ...(hops ? { hops } : {}) };
    }
    redirects.set(rule.path, rule.target);
    return { row: index, ok: true, rule };
  });
}

/** As a table writes it; for good when it says nothing. */
function statusOf(text: string | number | undefined): RedirectStatus | null {
  const plain = text === undefined ? '' : String(text).trim();
  if (plain === '') return REDIRECT_STATUSES[0];
  return REDIRECT_STATUSES.find((status) => String(status) === plain) ?? null;
}

export const PATH_FAULT = 'Write a path of this site, like /old-page.';
export const TARGET_FAULT = 'Write a path, like /new-page, or an address with https://.';

const faults = (read: { path: unknown; target: unknown; status: unknown }): Record<string, string> => ({
  ...(read.path === null ? { path: PATH_FAULT } : {}),
  ...(read.target === null ? { target: TARGET_FAULT } : {}),
  ...(read.status === null ? { status: `Use ${REDIRECT_STATUSES.join(' or ')}.` } : {}),
});
