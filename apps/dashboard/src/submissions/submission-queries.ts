import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { pagedQuery, setOnly } from '../paged-list.tsx';

const submissions = api.v1.sites[':site'].submissions;

export interface SubmissionFilter {
  q?: string | undefined;
  /** Id. */
  form?: string | undefined;
  /** Local days, `2026-11-21`; the last one is included. */
  from?: string | undefined;
  to?: string | undefined;
}
const DAY = /^\d{4}-\d\d-\d\d$/;
const midnight = (day: string | undefined, later = 0): string | undefined => {
  if (day === undefined || !DAY.test(day)) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = new Date(year, month - 1, date + later);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};
const asked = ({ q, form, from, to }: SubmissionFilter) =>
  setOnly({ q, form, from: midnight(from), to: midnight(to, 1) });

const readList = (site: string, filter: SubmissionFilter, cursor?: string) =>
  data(submissions.$get({ param: { site }, query: { ...asked(filter), ...setOnly({ cursor }) } }));
export type SubmissionRow = Awaited<ReturnType<typeof readList>>['items'][number];

export const submissionsQuery = (siteId: string, filter: SubmissionFilter) =>
  pagedQuery(keys.site(siteId, 'submissions', 'list', filter), (cursor) => readList(siteId, filter, cursor));

const readOne = (site: string, id: string) => data(submissions[':id'].$get({ param: { site, id } }));
export type Submission = Awaited<ReturnType<typeof readOne>>;
export const submissionQuery = (siteId: string, id: string) =>
  queryOptions({ queryKey: keys.site(siteId, 'submissions', 'one', id), queryFn: () => readOne(siteId, id) });

/** Where the server writes what the filter shows as CSV. */
export function exportAddress(siteId: string, filter: SubmissionFilter): string {
  const query = new URLSearchParams(Object.entries<string>(asked(filter))).toString();
  return `/api/v1/sites/${encodeURIComponent(siteId)}/submissions.csv${query === '' ? '' : `?${query}`}`;
}
