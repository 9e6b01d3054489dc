import { canonicalEmail } from '@keyholder/domain';
import { PASSWORD_MAX, PASSWORD_MIN, sessionWords } from '../messages/session.ts';

/** Rules for react-hook-form's `register`; the server checks again. */
export const emailRule = {
  required: sessionWords.emailMissing,
  validate: (value: string) => canonicalEmail(value) !== null || sessionWords.emailWrong,
};
export const newPasswordRule = {
  required: sessionWords.passwordShort,
  minLength: { value: PASSWORD_MIN, message: sessionWords.passwordShort },
  maxLength: { value: PASSWORD_MAX, message: sessionWords.passwordLong },
};
export const nameRule = { validate: (value: string) => value.trim() !== '' || sessionWords.nameMissing };
