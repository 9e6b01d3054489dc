import { anyOf, count } from './plural.ts';

export const siteSettingsWords = {
  title: 'Settings',
  general: 'General',
  name: 'Name',
  domain: 'Domain',
  domainHelp: 'Where people find the site, for example northwindcoffee.com.',
  nameMissing: 'Enter a name.',
  domainMissing: "Enter the site's domain.",
  domainWrong: 'Enter a domain, without https:// and slashes.',
  slugHelp: 'Its address in Keyholder stays the same.',
  save: 'Save changes',
  saving: 'Saving…',
  saved: (name: string) => `The settings of ${name} are saved.`,
  danger: 'Danger zone',
  delete: 'Delete site',
  deleteLead: 'Ends all access to this site. Nobody can bring it back.',
  deleteQuestion: (name: string) => `Delete ${name}?`,
  peopleLose: (n: number | undefined) =>
    n === undefined
      ? 'Everybody on it loses access at once, you included.'
      : n === 1
        ? 'You lose access at once; nobody else is on it.'
        : `${count(n, 'person loses', 'people lose')} access at once, you included.`,
  invitationsEnd: (n: number | undefined) =>
    n === undefined
      ? 'Its pending invitations are revoked.'
      : `${count(n, 'pending invitation is', 'pending invitations are')} revoked, and the links stop working.`,
  othersStay: 'Other sites do not change. People who were only on this site leave the account.',
  final: 'This cannot be undone. The audit log keeps what happened.',
  deleting: 'Deleting…',
  deleted: (name: string) => `${name} is deleted.`,
  closed: (site: string, roles: readonly string[]) =>
    `The settings of ${site} open for ${anyOf(roles)} only.`,
} as const;
