import { commonErrorText } from '../messages/common-errors.ts';
import { sessionWords } from '../messages/session.ts';
import { ssoWords } from '../messages/sso.ts';
import { asProblem } from '../problem.ts';

/** Unknown address, wrong password and address not confirmed are one answer, so that nobody learns who has a login. */
export function signInText(error: unknown): string {
  const problem = asProblem(error);
  return problem.is('auth.required', 'validation.failed')
    ? sessionWords.signInRefused
    : problem.is('auth.sso_required')
      ? ssoWords.passwordRefused
      : commonErrorText(problem);
}
