import { allOf, count } from './plural.ts';

export const membersWords = {
  title: 'Members',
  active: 'Active',
  pending: 'Pending',
  status: 'Member status',
  caption: (site: string) => `Active members of ${site}`,
  find: 'Find a member',
  invite: 'Invite Member',
  roleFilter: 'Role filter',
  anyRole: 'Role: any',
  name: 'Name',
  email: 'Email',
  role: 'Role',
  joined: 'Joined',
  lastActive: 'Last active',
  accessUntil: 'Access until',
  actions: 'Actions',
  actionsFor: (name: string) => `Actions for ${name}`,
  select: (name: string) => `Select ${name}`,
  you: 'You',
  open: 'Open',
  changeRole: 'Change role',
  setEnd: 'Set access end',
  remove: 'Remove from site',
  leave: 'Leave site',
  never: 'Never',
  noEnd: '–',
  until: (date: string) => `until ${date}`,
  ended: 'ended',
  endsSoon: (date: string) => `ends ${date}`,
  found: (n: number) => count(n, 'member', 'members'),
  selected: (n: number) => `${n} selected`,
  loadingMore: 'Loading more',
  onlyYou: 'Only you so far. Invite the first person to this site.',
  nobody: 'Nobody is on this site yet. Invite the first person.',
  nobodyHere: 'Nobody is on this site yet.',
  noRole: (role: string) => `No ${role} here.`,
  noMatch: (q: string) => `No member matches '${q}'.`,
  noMatchRole: (q: string, role: string) => `No ${role} matches '${q}'.`,
  clearSearch: 'Clear search',
  clearRole: 'Clear role filter',
  clearAll: 'Clear all',
  readOnly: 'You can see members here. To add or remove people ask ',
  readOnlyOwner: (account: string) =>
    `You can see members here. To add or remove people ask the account owner of ${account}.`,
  askSubject: (site: string) => `Members of ${site}`,
  askBody: (site: string) => `Hello,\n\ncould you change who works on ${site}? I would like to …\n`,
  askRoleBody: (site: string) => `Hello,\n\ncould you change my role on ${site}? I would like to be …\n`,
  joinedNow: (name: string, role: string) => `${name} accepted and is now ${role}.`,
} as const;

export const memberWords = {
  gone: 'This person is no longer here.',
  backToMembers: 'Back to Members',
  copyEmail: 'Copy address',
  copied: 'Copied',
  since: (date: string, how: string) => `Active since ${date}${how}`,
  sources: {
    invited: (by: string | undefined) => (by ? `, invited by ${by}` : ', by invitation'),
    assigned: (by: string | undefined) => (by ? `, assigned by ${by}` : ', assigned'),
    self_assigned: () => ', gave themselves the role',
    copied: (by: string | undefined) => `, came with a copied team${by ? ` (${by})` : ''}`,
    created: () => ', created the site',
  },
  access: 'Access',
  roleHelp: 'Takes effect at once. They stay signed in.',
  untilHelp: 'The last day, to its end. Empty: without an end.',
  untilPast: 'Choose a day from today on.',
  clearEnd: 'No end',
  save: 'Save changes',
  saving: 'Saving…',
  unchanged: 'Nothing is changed yet.',
  decide: 'Choose above whose change stays.',
  gains: 'Gains',
  loses: 'Loses',
  list: (areas: readonly string[]) => `${areas.join(', ')}.`,
  sameAreas: 'No area changes.',
  saved: (name: string, role: string, site: string) => `${name} is now ${role} on ${site}.`,
  savedEnd: (name: string, date: string | null) =>
    date ? `${name} has access until ${date}.` : `${name} has access without an end.`,
  undone: (name: string) => `${name} is as before.`,
  changedBy: (who: string, role: string, when: string) => `${who} changed this role to ${role} ${when}.`,
  changedSomehow: (who: string) => `${who} changed this while you had it open.`,
  keep: (role: string) => `Keep ${role}`,
  saveMine: (role: string) => `Save ${role}`,
  keepTheirs: 'Keep theirs',
  saveMineAll: 'Save mine',
  noOwner: (site: string, account: string) =>
    `${site} will have no Owner; the account owner of ${account} stands in.`,
  chooseOwner: 'Choose a new Owner',
  yourself: 'You cannot change your own role.',
  yourselfAsk: 'You cannot change your own role. Ask ',
  onlyOwners: 'Only an Owner of this site or an admin of the account can change an Owner.',
  onlyThem: (name: string) => `Only ${name} can change this.`,
  alsoOn: (n: number) => `Also on ${count(n, 'site', 'sites')}`,
  noOther: 'On no other site',
  openPerson: (name: string) => `Everything about ${name}`,
  timeline: 'Timeline',
} as const;

export const removalWords = {
  title: (names: readonly string[], site: string) =>
    names.length <= 3
      ? `Remove ${allOf(names)} from ${site}?`
      : `Remove ${names.length} people from ${site}?`,
  atOnce: 'They lose access at once, open pages included.',
  invitations: (n: number) =>
    n === 1 ? '1 invitation they sent stops.' : `${n} invitations they sent stop.`,
  others: (n: number | undefined) =>
    n === undefined
      ? 'Their other sites do not change.'
      : n === 0
        ? 'They are on no other site.'
        : n === 1
          ? 'Their other site does not change.'
          : `Their ${n} other sites do not change.`,
  undoable: 'You can undo it for 90 days.',
  each: 'Each person is removed on their own; who cannot be removed stays selected.',
  looking: 'Looking up what else would end…',
  remove: 'Remove from site',
  removed: (names: readonly string[], site: string) =>
    names.length <= 2
      ? `${allOf(names)} removed from ${site}.`
      : `${names.length} people removed from ${site}.`,
  staysEnded: (n: number) =>
    n === 1 ? ' The invitation they sent stays ended.' : ` The ${n} invitations they sent stay ended.`,
  restored: (names: readonly string[], site: string) =>
    names.length <= 2
      ? `${allOf(names)} ${names.length === 1 ? 'is' : 'are'} back on ${site}.`
      : `${names.length} people are back on ${site}.`,
  notRemoved: (name: string, why: string) => `${name} was not removed. ${why}`,
} as const;
