import { commonErrorText } from '../messages/common-errors.ts';
import { sessionWords } from '../messages/session.ts';
import { asProblem } from '../problem.ts';

/** Unknown address and wrong password read the same, whatever the server calls them. */
export function signInText(error: unknown): string {
  const problem = asProblem(error);
  if (problem.code === 'EMAIL_NOT_VERIFIED') return sessionWords.notVerified;
  return problem.status === 401 || problem.status === 400 || problem.status === 403 || problem.status === 422
    ? sessionWords.signInRefused
    : commonErrorText(problem);
}
