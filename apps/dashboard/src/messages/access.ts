import { allOf, count } from './plural.ts';

const people = (n: number) => count(n, 'person', 'people');
const sites = (n: number) => count(n, 'site', 'sites');

export const accessWords = {
  title: 'Access',
  about: (nPeople: number, nSites: number) =>
    `Who can reach which site, and as what. ${people(nPeople)}, ${sites(nSites)}.`,
  aboutUnknown: 'Who can reach which site, and as what.',
  export: 'Export CSV',
  find: 'Find a person or site',
  found: (nPeople: number, nSites: number) => `${people(nPeople)}, ${sites(nSites)}`,
  site: 'Site',
  role: 'Role',
  flag: 'Flag',
  anyFlag: 'Any flag',
  clear: (label: string) => `Clear ${label.toLowerCase()}`,
  clearAll: 'Clear all',
  filters: 'Filters',
  filtersSet: (n: number) => (n === 0 ? 'Filters' : `Filters: ${n}`),
  show: 'Show people',
  view: 'View',
  views: { matrix: 'Matrix', list: 'List' },
  arrange: 'Arrange',
  axes: 'Down and across',
  axesChoices: { people: 'People × sites', sites: 'Sites × people' },
  groups: 'Groups',
  groupChoices: { none: 'No groups', role: 'By account role', domains: 'By your domains' },
  addresses: 'Invited addresses',
  addressesChoices: { hide: 'Hide', show: 'Show' },
  empty: 'No people on these sites.',
  emptyAccount: 'No sites yet. Add a site, then invite people to it.',
  loading: 'Loading who can reach which site',
  readOnly: (owner: string) => `You can see access here. To change it, ask ${owner} or an admin.`,

  grid: (swapped: boolean) => (swapped ? 'Sites by person' : 'People by site'),
  person: 'Person',
  manages: 'Manages',
  managed: 'Managed by',
  sites,
  people,
  managesOn: (n: number) => (n === 0 ? '–' : sites(n)),
  managedBy: (n: number) => (n === 0 ? '–' : people(n)),
  manageHere: (onSite: boolean, n: number) => {
    const many = n.toLocaleString('en');
    return onSite ? `${many} ${n === 1 ? 'manages' : 'manage'}` : `manages ${many}`;
  },
  counts: (filtered: boolean) => (filtered ? 'Of those shown' : 'In all'),
  group: (title: string, n: number) => `${title} · ${n.toLocaleString('en')}`,
  outside: 'Outside your domains',
  inside: 'Inside your domains',
  invitedGroup: 'Invited, not here yet',
  at: (who: string, site: string) => `${who}, ${site}`,
  noAccessCell: '· no access',
  until: (day: string) => `until ${day}`,
  offered: (expired: boolean) => (expired ? 'invitation expired' : 'invitation pending'),
  stagedFrom: (from: string | null) => `${from === null ? 'new' : `was ${from}`}, not saved yet`,
  removalStaged: 'will be removed, not saved yet',
  refusedBecause: (reason: string) => `refused: ${reason}`,
  legend: { offer: 'Invitation pending', expired: 'Invitation expired', staged: 'Not saved yet' },

  roleOf: (who: string, site: string) => `Role of ${who} on ${site}`,
  roleForAll: (n: number) => `One role for ${count(n, 'cell', 'cells')}`,
  stay: (n: number) => `${count(n, 'cell stays', 'cells stay')} as ${n === 1 ? 'it is' : 'they are'}.`,
  remove: 'Remove from site',
  noAccess: 'No access',
  yourself: 'You cannot change your own access here.',
  onlyThey: (name: string) => `Only ${name} can change this.`,
  ownersChange: (site: string) => `Only an Owner of ${site} or an admin of the account can change an Owner.`,
  ownersGive: (site: string) =>
    `Only an Owner of ${site} or an admin of the account can give this role there.`,
  noAuthority: (site: string) =>
    `Only Owners and Platform Admins of ${site}, or admins of the account, change this.`,
  openInvitation: 'An invitation is open here. Open it to change or withdraw it.',
  notHere: (email: string) => `${email} is not in the account yet. Invite them to this site.`,

  summary: (s: { total: number; added: number; roles: number; removals: number }) => {
    const parts = [
      ...(s.added > 0 ? [`${s.added.toLocaleString('en')} new`] : []),
      ...(s.roles > 0 ? [count(s.roles, 'role', 'roles')] : []),
      ...(s.removals > 0 ? [count(s.removals, 'removal', 'removals')] : []),
    ];
    return `${count(s.total, 'change', 'changes')}: ${parts.join(', ')}`;
  },
  newOwners: (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'makes' : 'make'} someone Owner.`,
  ownerless: (n: number) =>
    `${n.toLocaleString('en')} ${n === 1 ? 'leaves a site' : 'leave sites'} without Owner.`,
  leaving: (names: readonly string[], account: string) =>
    `${allOf(names)} ${names.length === 1 ? 'leaves' : 'leave'} ${account} with ${names.length === 1 ? 'the' : 'their'} last site.`,
  tooMany: (most: number) => `At most ${most.toLocaleString('en')} changes can be saved at once.`,
  review: 'Review',
  save: 'Save changes',
  saving: 'Saving…',
  discard: 'Discard',
  noneSaved: (refused: number, total: number) =>
    `Nothing was saved. ${refused.toLocaleString('en')} of ${count(total, 'change', 'changes')} ${refused === 1 ? 'was' : 'were'} refused.`,
  restStays: (n: number) =>
    n === 0
      ? ''
      : n === 1
        ? 'The other change is still here.'
        : `The other ${n.toLocaleString('en')} changes are still here.`,
  showThem: 'Show them',
  saved: (n: number) => `${count(n, 'change', 'changes')} saved.`,
  undone: 'Everybody has the former access again.',

  reviewTitle: (n: number) => (n === 0 ? 'Refused changes' : `Review ${count(n, 'change', 'changes')}`),
  reviewEffect: 'They take effect at once, all together. Everybody concerned gets one email.',
  sentences: {
    new: (name: string, role: string, site: string) => `${name} becomes ${role} on ${site}.`,
    role: (name: string, role: string, site: string, from: string) =>
      `${name} becomes ${role} on ${site}, in place of ${from}.`,
    removal: (name: string, role: string, site: string) => `${name} is removed from ${site}, as ${role}.`,
  },
  ownerlessSites: (names: readonly string[], owner: string) =>
    `${allOf(names)} will have no Owner; ${owner} stands in.`,
  refusedTitle: 'Refused, not saved',
  refusedLine: (name: string, site: string) => `${name} on ${site}:`,
  takeBackOne: (name: string, site: string) => `Take back: ${name} on ${site}`,
  takeBackShort: 'Take back',
  close: 'Close',
  leaveTitle: (n: number) => `Leave without saving ${count(n, 'change', 'changes')}?`,
  leaveText: 'They are kept nowhere else. Nothing was changed so far.',
  leave: 'Leave',
  stayHere: 'Stay',

  rolesOf: (parts: readonly { role: string; n: number }[]) =>
    parts.length === 0 ? 'No access' : allOf(parts.map(({ role, n }) => `${role} on ${sites(n)}`)),
  showMore: 'Show more',
  showingMore: 'Showing…',
  shownOf: (shown: number, total: number) => `${shown.toLocaleString('en')} of ${people(total)}`,
  others: (n: number) => `Show ${sites(n)} without access`,
  changed: (n: number) => `${count(n, 'change', 'changes')} not saved yet`,
} as const;
