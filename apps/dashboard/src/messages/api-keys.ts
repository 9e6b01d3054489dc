import type { ApiKeyEnding, KeyPermission } from '@keyholder/domain';
import { count, allOf } from './plural.ts';
import { abilityOf } from './roles.ts';

/** Permissions that stand under a name of their own in a key; all others as they do in a role. */
const APART: Partial<Record<KeyPermission, { area: string; verb: string }>> = {
  'site.view': { area: 'Overview', verb: 'see' },
  'members.read': { area: 'Members', verb: 'see' },
};
const DECISIONS = { area: 'Access decisions', verb: 'ask who may do what' };

/** "Pages" and "edit". */
export const keyAbilityOf = (permission: KeyPermission): { area: string; verb: string } =>
  permission === 'access.check' ? DECISIONS : (APART[permission] ?? abilityOf(permission));

/** "edit pages", "see SEO". */
function abilityPhrase(permission: KeyPermission): string {
  const { area, verb } = keyAbilityOf(permission);
  if (permission === 'access.check') return verb;
  return `${verb} ${area === area.toUpperCase() ? area : area.toLowerCase()}`;
}

export const apiKeyWords = {
  title: 'API keys',
  lead: 'For programs. A key works on this site only, and never does more than the person who made it may do.',
  caption: (site: string) => `API keys of ${site}`,
  add: 'New API key',
  name: 'Name',
  nameHelp: 'What uses it, for example "Order export".',
  nameMissing: 'Give it a name.',
  prefix: 'Prefix',
  prefixText: (prefix: string) => `kh_${prefix}_…`,
  permissions: 'Permissions',
  moreAreas: (first: readonly string[], more: number) =>
    `${first.join(', ')} and ${count(more, 'more area', 'more areas')}`,
  madeBy: 'Made by',
  byYou: 'You',
  lastUsed: 'Last used',
  never: 'Never',
  expires: 'Expires',
  actions: 'Actions',
  narrowed: (maker: string | null, lost: readonly KeyPermission[]) =>
    `Narrowed: ${maker ?? 'you'} can no longer ${allOf(lost.map(abilityPhrase))}.`,
  expired: 'Expired',
  ended: {
    revoked: 'Revoked',
    maker_removed: 'Its maker was removed',
    maker_left: 'Its maker left',
    access_ended: "Its maker's access ended",
    site_deleted: 'The site was deleted',
  } as const satisfies Record<ApiKeyEnding, string>,
  endedBy: (name: string) => `by ${name}`,
  showEnded: 'Show ended keys',
  empty: 'No API key works here yet. Make one for a program that reads or changes this site.',
  emptyEnded: 'No API key was ever made here.',

  choose: 'What it may do',
  chooseHelp:
    'Only what your own role grants. If you lose a permission, the key loses it too. No key manages people.',
  chooseMissing: 'Choose what the key may do.',
  allHeld: 'Choose all',
  noneHeld: 'Choose none',
  expiry: 'Expires',
  expiryHelp: 'It stops by itself then. A new one can be made at any time.',
  days: (n: number) => `In ${n} days`,
  onDate: 'On a date',
  date: 'Last day',
  dateMissing: 'Choose a day from today on.',
  create: 'Create key',
  creating: 'Creating…',

  secretTitle: (name: string) => `Copy the key ${name}`,
  secretText: 'This is the only time that it is shown. Keep it where your program reads its secrets.',
  secret: 'API key',
  saved: 'I saved it',
  savedFirst: 'Copy the key and tick the box first.',
  done: 'Done',
  closeTitle: 'Close without saving the key?',
  closeText: 'Nobody can show it again. You can revoke it and make another one.',
  close: 'Close',
  back: 'Back to the key',

  revoke: 'Revoke',
  revokeOf: (name: string) => `Revoke ${name}`,
  revokeQuestion: (name: string) => `Revoke ${name}?`,
  revokeText: 'Whatever uses this key gets no answer from now on. This cannot be undone.',
  usedLately: 'It was used in the last 24 hours.',
  revokeConfirm: 'Revoke key',
  revoking: 'Revoking…',
  revoked: (name: string) => `Revoked ${name}. It opens nothing any more.`,
} as const;
