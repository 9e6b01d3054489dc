import { PLANS, type Plan } from '@keyholder/domain';
import { count } from './plural.ts';

const seats = (plan: Plan): string => {
  const { seatLimit } = PLANS[plan];
  return seatLimit === null ? 'as many seats as you need' : count(seatLimit, 'seat', 'seats');
};

export const accountSettingsWords = {
  title: 'Settings',
  general: 'General',
  nameAndAddress: 'Name and address',
  name: 'Name',
  nameMissing: 'Enter a name.',
  slug: 'Address',
  slugHelp:
    'Letters, digits and hyphens. The last five addresses still lead here, so that links keep working, and nobody else can take them.',
  slugMissing: 'Use 2 to 48 letters, digits and single hyphens, and no word that Keyholder needs itself.',
  remove: 'Delete account',
  removing: 'Deleting…',
  removeLead:
    'Ends the account with everything in it, for everybody, at once. It cannot be undone. Only the audit log is kept.',
  removeQuestion: (account: string) => `Delete ${account}?`,
  removeText: (sites: number, people: number, invitations: number) =>
    `${count(sites, 'site', 'sites')}, the access of ${count(people, 'person', 'people')} and ${count(invitations, 'open invitation', 'open invitations')} end at once, API keys and single sign-on with them. Everybody is told by mail. This cannot be undone. What people have in other accounts does not change.`,
  removed: (account: string) => `${account} is deleted.`,
  save: 'Save changes',
  saving: 'Saving…',
  saved: (name: string) => `The settings of ${name} are saved.`,
  policies: 'Policies',
  policiesLead: 'What this account asks of everybody in it, and when Keyholder points at somebody.',
  policiesSaved: 'The policies are saved.',
  secondFactor: 'Everybody needs a second factor',
  secondFactorHelp:
    'Who has none is asked to set one up, and gets in without it only until the time given is over. You need one yourself first.',
  graceDays: 'Days to set it up',
  secondFactorFrom: (date: string) => `Needed from ${date} on.`,
  domains: 'Your domains',
  domainsHelp:
    'One on each line, like yourteam.com. People with addresses elsewhere are marked as outside. Leave it empty to mark nobody.',
  domainWrong: (domain: string) => `${domain} is not a domain. Write it like yourteam.com.`,
  inactiveAfterDays: 'Days until somebody counts as inactive',
  powerfulSites: 'Number of sites on which managing people counts as many',
  between: ([least, most]: readonly [number, number]) => `Use a whole number from ${least} to ${most}.`,
  plan: 'Plan',
  planIs: (plan: Plan) => `${PLANS[plan].label}, ${seats(plan)}`,
  seatsTerm: 'Seats',
  seats: (used: number, reserved: number, limit: number | null) =>
    `${used.toLocaleString('en')} used · ${reserved.toLocaleString('en')} reserved by invitations · ${
      limit === null ? 'no limit' : `limit ${limit.toLocaleString('en')}`
    }`,
  onlyOwnerPlan: 'Only the account owner changes the plan.',
  planHelp: 'A smaller plan keeps everybody who is here, and stops new people until there is a seat.',
  tooMany: (n: number, plan: Plan) =>
    `${PLANS[plan].label} has ${count(n, 'seat', 'seats')} less than you use. Everybody stays, but nobody new can join.`,
  changePlan: 'Change plan',
  planSaved: (plan: Plan) => `The plan is ${PLANS[plan].label} now.`,
  ownership: 'Ownership',
  ownershipLead:
    'Every account has exactly one owner. Offer yours to an admin; nothing changes until they accept.',
  admin: 'Admin',
  chooseAdmin: 'Choose an admin',
  noAdmins: 'Only admins can become the owner. Make somebody an admin first.',
  offer: 'Offer ownership',
  offering: 'Offering…',
  offerQuestion: (name: string, account: string) => `Offer ${account} to ${name}?`,
  offerText: (name: string) =>
    `If ${name} accepts within 7 days, they become the account owner and you become an admin. Only they could give it back. Until then nothing changes, and you can withdraw the offer.`,
  offered: (name: string) => `The ownership is offered to ${name}.`,
  offeredTo: (name: string, until: string) => `Offered to ${name}, valid until ${until}.`,
  withdraw: 'Withdraw',
  withdrawing: 'Withdrawing…',
  withdrawn: 'The offer is withdrawn.',
  bannerLead: (owner: string, account: string) => `${owner} offers you the ownership of ${account}.`,
  banner: (owner: string) => `You become account owner, ${owner} becomes admin.`,
  accept: 'Accept',
  accepting: 'Accepting…',
  accepted: (account: string) => `You own ${account} now.`,
  notNow: 'Not now',
  closed: (account: string) => `The settings of ${account} open for its owner and admins only.`,
} as const;
