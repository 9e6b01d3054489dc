import { z } from 'zod';
import { LONGEST_PASSWORD } from './password-policy.ts';

/** One to choose; the policy judges it where the other fields are judged. */
export const newPasswordField = z.string({ error: 'Choose a password.' });
/** One that is there already. */
export const passwordField = z
  .string({ error: 'Write your password.' })
  .min(1, 'Write your password.')
  .max(LONGEST_PASSWORD, `Use at most ${LONGEST_PASSWORD} characters.`);
