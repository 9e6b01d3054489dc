import type { Place } from './new-mail.ts';
import { bodyName } from './safe-text.ts';

/** The rows that say where: the account and, when it is about one, the site. */
export const placeFacts = ({ accountName, siteName }: Place): [string, string][] => [
  ['Account', bodyName(accountName)],
  ...(siteName === null ? [] : [['Site', bodyName(siteName)] satisfies [string, string]]),
];
