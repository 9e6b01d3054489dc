import { SITE_ROLE_LABELS, SITE_ROLE_WORDS, type RoleWords, type SiteRole } from '@keyholder/domain';
import { allOf } from './plural.ts';

const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** The start of a site for whoever works on it, and the welcome after an invitation. */
export const siteHomeWords = {
  welcome: (name: string, role: string, place: string) =>
    `Welcome, ${firstName(name)}. You are ${role} ${place}.`,
  onSite: (site: string) => `on ${site}`,
  inAccount: (account: string) => `in ${account}`,
  startWith: (areas: readonly string[]) => (areas.length === 0 ? '' : `Start with ${allOf(areas)}.`),
  start: 'Overview',
  areas: 'Areas',
  roleIsNow: (role: string) => `Your role here is now ${role}.`,
  unsavedBelow: 'Your unsaved text is below so you can copy it.',
  roleTitle: 'Your role',
  roleCan: (role: SiteRole) => {
    const { can, cannot }: RoleWords = SITE_ROLE_WORDS[role];
    return { can: `You can ${can}.`, cannot: cannot === undefined ? null : `You cannot ${cannot}.` };
  },
  opens: 'Your role opens',
  runTitle: 'Who runs this site',
  runHelp: 'They invite people and change roles.',
  you: 'You',
  nobody: (account: string) => `No Owner yet. ${account} stands in.`,
  ask: (name: string) => `Ask ${firstName(name)}`,
  askFor: (name: string) => `Ask ${name}`,
  askSubject: (site: string) => `My access to ${site}`,
  askBody: (name: string, site: string, role: SiteRole) =>
    `Hello ${firstName(name)},\n\nI am ${SITE_ROLE_LABELS[role]} on ${site} and need to `,
  members: 'See all members',
  yourSites: 'Your sites',
  noRoleTitle: (site: string) => `You have no role on ${site}`,
  noRoleText: 'You see this site through the account. Its own pages open with a role on it.',
  openInAccount: 'Open it in the account',
  goneTitle: (site: string) => `You no longer have access to ${site}.`,
  goneText: 'Your other sites do not change.',
  goneNone: 'You are on no other site. Somebody has to invite you again.',
  profile: 'Your profile',
  notGrantedTitle: (area: string, role: string) => `${area} is not part of ${role}.`,
  notGrantedText: (areas: readonly string[]) => `You can use ${allOf(areas)} here.`,
  needIt: 'Need it?',
  askVerb: 'Ask',
  askWish: (name: string, site: string, area: string) =>
    `Hello ${firstName(name)},\n\nI need ${area} on ${site} to `,
  goTo: (area: string) => `Go to ${area}`,
} as const;
