import type { ApiProblem } from '../problem.ts';
import { spanText } from '../ui/time-text.ts';

const waiting =
  (lead: string) =>
  (problem: ApiProblem): string =>
    problem.retryAfter === undefined
      ? `${lead} Wait a moment.`
      : `${lead} Works again in ${spanText(problem.retryAfter * 1000)}.`;
const outOfDate = () => 'This page is out of date.';

/** What any call can meet, wherever it is made. Apart from the full table: the invitation page needs no more. */
export const COMMON_ERROR_TEXTS = {
  'request.cross_origin': outOfDate,
  'request.unsupported_media': outOfDate,
  'idempotency.mismatch': outOfDate,
  'rate.limited': waiting('Too many tries.'),
  'service.unavailable': waiting('Keyholder is not fully up.'),
  'internal.error': ({ requestId }: ApiProblem) =>
    `That did not work. Nothing was changed. Try again, and if it fails again send us ${requestId ? `code ${requestId}` : 'the time it happened'}.`,
  network: () => 'Keyholder did not answer. Check your connection.',
  offline: () => 'You are offline. Changes are paused until you are back.',
} as const;

/** For screens that show refusals of their own in their own words. */
export const commonErrorText = (problem: ApiProblem): string =>
  COMMON_ERROR_TEXTS[
    Object.hasOwn(COMMON_ERROR_TEXTS, problem.code)
      ? (problem.code as keyof typeof COMMON_ERROR_TEXTS)
      : 'internal.error'
  ](problem);
