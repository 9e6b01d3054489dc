import {
  ACCOUNT_ROLE_LABELS,
  ACCOUNT_ROLE_WORDS,
  GRANTABLE_ACCOUNT_ROLES,
  type GrantableAccountRole,
} from '@keyholder/domain';
import { sentenceCase } from '../ui/time-text.ts';

/** The account roles that an invitation may offer, each with what it can do. */
export const ACCOUNT_ROLE_OPTIONS = GRANTABLE_ACCOUNT_ROLES.map((value) => ({
  value,
  label: ACCOUNT_ROLE_LABELS[value],
  description: `${sentenceCase(ACCOUNT_ROLE_WORDS[value].can)}.`,
}));

export const isOfferedAccountRole = (role: string): role is GrantableAccountRole =>
  (GRANTABLE_ACCOUNT_ROLES as readonly string[]).includes(role);
