import { count } from './plural.ts';

/** The words of single sign-on in the settings of an account. */
export const ssoSettingsWords = {
  title: 'Single sign-on',
  lead: 'Let your people sign in through the identity provider of your company (OpenID Connect). It says who they are; what they may do is decided here, by invitation.',
  none: 'No identity provider is set up. Everybody signs in with a password.',
  add: 'Add a provider',
  addTitle: 'Add an identity provider',
  addText:
    'Register Keyholder at your provider as a web application first: it asks for the address below and gives you an id and a secret.',
  name: 'Name',
  nameHelp: 'For your own list, like “Acme Okta”.',
  nameMissing: 'Enter a name.',
  issuer: 'Issuer',
  issuerHelp: 'The address of the provider as it writes it itself, like https://login.acme.example.',
  issuerMissing: 'Enter the address of the provider.',
  clientId: 'Client id',
  clientIdMissing: 'Enter the client id.',
  clientSecret: 'Client secret',
  secretMissing: 'Enter the client secret.',
  secretHelp: 'Kept encrypted and never shown again.',
  redirectUri: 'Redirect address',
  adding: 'Asking the provider…',
  added: (name: string) => `${name} is added. Prove a domain next.`,
  people: (n: number) => count(n, 'person signs in here', 'people sign in here'),
  peopleTerm: 'People',
  test: 'Test',
  testing: 'Asking…',
  usable: 'The provider answers.',

  domains: 'Domains',
  domainsHelp: 'Addresses in these domains are offered single sign-on.',
  domain: 'Domain',
  domainMissing: 'Enter a domain, like acme.example.',
  addDomain: 'Add domain',
  proven: 'Proven',
  notProven: 'Not proven yet',
  record: (name: string) =>
    `Set this TXT record for ${name}, then check it. It can take an hour until others see it.`,
  recordName: 'Name',
  recordValue: 'Value',
  check: 'Check record',
  checkOf: (domain: string) => `Check record of ${domain}`,
  checking: 'Looking it up…',
  provenNow: (domain: string) => `${domain} is proven.`,
  removeDomain: 'Remove',
  removeDomainOf: (domain: string) => `Remove ${domain}`,

  enforced: 'Require single sign-on',
  enforcedHelp:
    'Passwords are refused for the proven domains. Account owners keep theirs, so that nobody is locked out.',
  requireTitle: (name: string) => `Require ${name}?`,
  requireText: (domains: string) =>
    `Everybody with an address at ${domains} signs in through it from now on. Sessions that are open stay open.`,
  require: 'Require',
  saving: 'Saving…',
  requiredNow: 'Single sign-on is required now.',
  optionalNow: 'Passwords work beside single sign-on again.',

  remove: 'Delete provider',
  removeTitle: (name: string) => `Delete ${name}?`,
  removeText: (n: number) =>
    `${n === 0 ? 'Nobody signs in through it.' : `${count(n, 'person is', 'people are')} signed out and ${n === 1 ? 'sets' : 'set'} a password to come back.`} Roles and invitations stay as they are.`,
  removing: 'Deleting…',
  removed: (name: string) => `${name} is deleted.`,
} as const;
