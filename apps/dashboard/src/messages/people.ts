import { allOf, count } from './plural.ts';

export const peopleWords = {
  title: 'Members',
  status: 'Members and invitations',
  people: 'Members',
  pending: 'Pending',
  caption: (account: string) => `Members of ${account}`,
  find: 'Find a member',
  found: (n: number) => count(n, 'member', 'members'),
  name: 'Name',
  email: 'Email',
  accountRole: 'Account role',
  roleOf: (name: string) => `Account role of ${name}`,
  sites: 'Sites',
  strongest: 'Strongest role',
  lastActive: 'Last active',
  flags: 'Flags',
  you: 'You',
  never: 'Never',
  activeSince: 'Active',
  neverActive: 'Never active',
  noSites: 'No sites',
  siteCount: (n: number) => count(n, 'site', 'sites'),
  select: (name: string) => `Select ${name}`,
  selected: (n: number) => `${n.toLocaleString('en')} selected`,
  readOnly: (owner: string) => `You can see members here. To change them, ask ${owner} or an admin.`,
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  shownOf: (shown: number, total: number) =>
    `${shown.toLocaleString('en')} of ${total.toLocaleString('en')} members`,
  noMatch: (q: string) => `No member matches '${q}'.`,
  noneFiltered: 'No member matches these filters.',
  empty: 'Nobody here yet. Invite people on a site; they appear here once they accept.',
  clearSearch: 'Clear search',
  filters: 'Filters',
  filtersSet: (n: number) => (n === 0 ? 'Filters' : `Filters: ${n}`),
  showFound: (n: number | undefined) =>
    n === undefined ? 'Show members' : `Show ${count(n, 'member', 'members')}`,
  clearAll: 'Clear all',
  clearFilter: (label: string) => `Clear ${label}`,
  site: 'Site',
  siteRole: 'Site role',
  flag: 'Flag',
  collaboratorNote: 'Held by people who are only on sites',
  roleChanged: (name: string, role: string) => `${name} is now ${role}.`,
  roleBack: (name: string, role: string) => `${name} is ${role} again.`,
} as const;

export const MEMBER_FLAG_LABELS = {
  inactive: 'Inactive',
  never_active: 'Never active',
  powerful: 'Manages many sites',
  only_owner: 'Only Owner of a site',
  access_ended: 'Access ended',
  outside_domains: 'Outside your domains',
} as const;
/** The same in a table cell. */
export const MEMBER_FLAG_SHORT = {
  inactive: 'Inactive',
  never_active: 'Never active',
  powerful: 'Many sites',
  only_owner: 'Only Owner',
  access_ended: 'Ended',
  outside_domains: 'Outside',
} as const satisfies Record<keyof typeof MEMBER_FLAG_LABELS, string>;

export const personWords = {
  page: 'Members',
  access: 'Access',
  timeline: 'Timeline',
  tabs: (name: string) => `About ${name}`,
  copy: 'Copy',
  copied: 'Copied',
  joined: 'Joined',
  gone: 'This person is not in the account.',
  goneText: 'They may have been removed. Their removal can be undone for 90 days.',
  backToMembers: 'Members',
  assign: 'Assign to sites',
  remove: 'Remove from account',
  leave: 'Leave account',
  ownerStays: 'Transfer ownership first.',
  ownRole: 'You cannot change your own role.',
  onlyThey: (name: string) => `Only ${name} can change this.`,
  caption: (name: string) => `Sites of ${name}`,
  site: 'Site',
  role: 'Role',
  roleOn: (site: string) => `Role on ${site}`,
  since: 'Since',
  source: 'Source',
  accessUntil: 'Access until',
  ended: (date: string) => `Ended ${date}`,
  noEnd: '–',
  actions: 'Remove',
  removeHere: 'Remove',
  removeFrom: (site: string) => `Remove from ${site}`,
  keep: 'Keep',
  keepOn: (site: string) => `Keep on ${site}`,
  was: (role: string) => `was ${role}`,
  willGo: 'Will be removed',
  saved: 'Saved',
  ownRow: 'You cannot change your own access.',
  ownerRoleOnly: 'Only an Owner of this site or an admin of the account can give Owner.',
  noSites: (name: string) => `${name} is on no site yet.`,
  yourNoSites: 'You are on no site of this account yet.',
  sources: {
    invited: (by: string | undefined) => (by ? `Invited by ${by}` : 'Invited'),
    assigned: (by: string | undefined) => (by ? `Assigned by ${by}` : 'Assigned'),
    self_assigned: () => 'Gave themselves a role',
    copied: (by: string | undefined) => (by ? `Copied with a team by ${by}` : 'Copied with a team'),
    created: () => 'Created the site',
  },
  staged: (roles: number, removals: number) => {
    const parts = [
      ...(roles > 0 ? [count(roles, 'role', 'roles')] : []),
      ...(removals > 0 ? [count(removals, 'removal', 'removals')] : []),
    ];
    return `${count(roles + removals, 'change', 'changes')}: ${parts.join(', ')}`;
  },
  leftOwnerless: (sites: readonly string[], owner: string) =>
    `${allOf(sites)} will have no Owner; ${owner} stands in.`,
  leavesAccount: (name: string, account: string) => `${name} leaves ${account} with their last site.`,
  accountOwner: "the account's owner",
  atOnce: 'Takes effect at once.',
  save: 'Save changes',
  saving: 'Saving…',
  discard: 'Discard',
  noneSaved: (n: number) => `Nothing was saved. ${count(n, 'change was', 'changes were')} refused.`,
  savedAll: (name: string, n: number) => `${count(n, 'change', 'changes')} saved for ${name}.`,
  undone: (name: string) => `${name} has the former access again.`,
} as const;

export const assignWords = {
  title: (names: readonly string[]) =>
    `Assign ${names.length <= 3 ? allOf(names) : count(names.length, 'person', 'people')} to sites`,
  sites: 'Sites',
  findSite: 'Find a site',
  noSiteLeft: (name: string) => `${name} is on every site where you manage people.`,
  noSiteLeftMany: 'Everybody here is on every site where you manage people.',
  chooseSites: 'Choose at least one site.',
  role: 'Role',
  chooseRole: 'Choose a role',
  roleMissing: 'Choose a role.',
  roleOn: (site: string) => `Role on ${site}`,
  perSite: 'A role for each site',
  perSiteHelp: 'Otherwise one role for all of them.',
  until: 'Access until',
  optional: 'optional',
  untilHelp: 'The last day with access. Leave it empty for no end.',
  untilPast: 'Choose a day in the future.',
  reach: (site: string) => `Only an Owner of ${site} or an admin of the account can give this role there.`,
  effect: (roles: readonly string[], sites: number, name: string, many: boolean) =>
    sites === 0 || roles.length === 0
      ? ''
      : `Adds ${roles.length === 1 ? roles[0] : 'roles'} on ${count(sites, 'site', 'sites')}. Takes effect at once; ${name} ${many ? 'get' : 'gets'} one email${many ? ' each' : ''}.`,
  everybody: 'they',
  effectMany: (names: number) =>
    `For ${count(names, 'person', 'people')}. Who is on a site already keeps the role there.`,
  submit: (n: number) => (n === 0 ? 'Assign' : `Assign to ${count(n, 'site', 'sites')}`),
  assigning: 'Assigning…',
  cancel: 'Cancel',
  nothingSaved: 'Nothing was saved.',
  refusedFor: (name: string) => `${name}:`,
  done: (names: readonly string[], sites: number) =>
    `${names.length <= 2 ? allOf(names) : count(names.length, 'person', 'people')} assigned to ${count(sites, 'site', 'sites')}.`,
  undone: 'The new roles are taken away again.',
} as const;

export const removeWords = {
  question: (name: string, account: string) => `Remove ${name} from ${account}?`,
  questionMany: (n: number, account: string) => `Remove ${count(n, 'person', 'people')} from ${account}?`,
  effect: 'They lose access at once, open pages included. Other accounts do not change.',
  confirm: (sites: number) =>
    sites === 0 ? 'Remove from account' : `Remove from account and ${count(sites, 'site', 'sites')}`,
  confirmMany: (n: number) => `Remove ${count(n, 'person', 'people')}`,
  typedMany: (n: number) => count(n, 'person', 'people'),
  removing: 'Removing…',
  loading: 'Looking up what would end',
  sites: (n: number) => (n === 0 ? 'On no site' : count(n, 'site', 'sites')),
  withoutOwner: (sites: readonly string[], owner: string) =>
    `${allOf(sites)} will have no Owner; ${owner} stands in.`,
  pendingEnd: (n: number) =>
    `${count(n, 'open invitation', 'open invitations')} to them ${n === 1 ? 'ends' : 'end'}.`,
  sent: (n: number) => `${count(n, 'invitation', 'invitations')} they sent, not answered yet`,
  sentEnd: (n: number) =>
    n === 1 ? 'It ends too, unless you keep it.' : 'They end too, unless you keep them.',
  adopt: 'Keep these invitations in my name',
  adoptMany: 'Keep the invitations they sent in my name',
  reason: 'Reason',
  optional: 'optional',
  reasonHelp: 'Kept in the record of the removal.',
  done: (name: string, account: string, sites: number) =>
    `${name} removed from ${account}${sites > 0 ? ` and ${count(sites, 'site', 'sites')}` : ''}.`,
  doneMany: (n: number, account: string) => `${count(n, 'person', 'people')} removed from ${account}.`,
  withdrawn: (n: number) => ` ${count(n, 'invitation was', 'invitations were')} withdrawn.`,
  back: (name: string, sites: number) =>
    `${name} is back${sites > 0 ? ` on ${count(sites, 'site', 'sites')}` : ''}.`,
  backMany: (n: number) => `${count(n, 'person is', 'people are')} back.`,
  stayEnded: ' Withdrawn invitations stay withdrawn.',
  someRefused: (done: number, left: number) =>
    `${count(done, 'person was', 'people were')} removed, ${left.toLocaleString('en')} not.`,
} as const;
