export const accountPendingWords = {
  caption: (account: string, all: boolean) =>
    `Pending invitations to ${account}${all ? ' and its sites' : ''}`,
  filter: 'State',
  clearFilter: 'Clear state',
  filters: { expired: 'Expired', failed: 'Email not delivered' },
  includeSites: 'Include invitations to sites',
  site: 'Site',
  sent: 'Sent',
  expiresAndDelivery: 'Expires, delivery',
  noSite: 'Whole account',
  openOn: (email: string, site: string) => `${email} on ${site}`,
  empty: 'No open invitations to the account.',
  emptyAll: 'No open invitations. Everyone who was invited has answered.',
  noMatch: 'No open invitation matches.',
  clear: 'Clear search and filter',
} as const;

export const inviteUserWords = {
  title: 'Invite user',
  account: (name: string) => `Account: ${name}`,
  help: 'People who only work on sites are invited on the site and become collaborators.',
  days: 'They have 7 days to accept.',
  role: 'Account role',
  can: (role: string, can: string, cannot: string | undefined) =>
    `${role} can ${can}${cannot === undefined ? '' : `, and cannot ${cannot}`}.`,
} as const;
