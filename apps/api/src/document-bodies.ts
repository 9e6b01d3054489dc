const ID = '01980c1e-5b7a-7c3d-9f42-6a1b2c3d4e5f';
const EMAIL = 'maria@northwind.example';
const PASSWORD = 'four quiet words together';
const TOKEN = 'the token of the mailed link';
const FACTOR = { code: '123456' };
const PAGE = { title: 'About us', slug: 'about-us', body: 'We have roasted **coffee** since 1998.' };
const POST = { title: 'A new roast', slug: 'a-new-roast', body: 'From **Sidama**, from today on.' };
const REDIRECT = { path: '/old-page', target: '/new-page', status: 301 };
const FIELD = { key: 'email', label: 'Your e-mail', kind: 'email', required: true };

/**
 * Bodies of requests by the operation's id, as somebody would send them; the test sends each. An operation that is not
 * here has a body made from its schema.
 */
export const BODIES: Readonly<Record<string, unknown>> = {
  discoverSso: { email: EMAIL },
  startSso: { email: EMAIL },
  signUp: { name: 'Maria Lopez', email: EMAIL, password: PASSWORD },
  signIn: { email: EMAIL, password: PASSWORD },
  verifyEmail: { token: TOKEN },
  requestPasswordReset: { email: EMAIL },
  resetPassword: { token: TOKEN, newPassword: PASSWORD },
  verifyCode: FACTOR,
  verifyRecoveryCode: { recoveryCode: 'abcde-fghij' },
  offerSecondFactor: { password: PASSWORD },
  confirmSecondFactor: FACTOR,
  disableSecondFactor: FACTOR,
  renewRecoveryCodes: FACTOR,
  changePassword: { currentPassword: PASSWORD, newPassword: 'five other words put together' },
  updateMe: { name: 'Maria Lopez' },
  updatePreferences: { theme: 'dark' },

  createAccount: { name: 'Bright Lines Agency' },
  updateAccount: { name: 'Bright Lines Studio' },
  deleteAccount: { confirm: 'bright-lines-agency' },
  updatePolicies: { powerfulSites: 6 },
  offerOwnership: { userId: ID },
  createSsoConnection: {
    ...{ name: 'Company login', issuer: 'https://login.northwind.example' },
    ...{ clientId: 'keyholder', clientSecret: 'what the provider shows once' },
  },
  changeSsoConnection: { name: 'Company login' },
  addSsoDomain: { domain: 'northwind.example' },
  changeAccountRole: { role: 'viewer' },
  removeFromAccount: { adoptInvitations: true, reason: 'The project has ended.' },
  assignToSites: { assignments: [{ siteId: ID, role: 'content_editor' }] },
  changeAccess: { changes: [{ userId: ID, siteId: ID, role: 'developer' }] },
  createAccountInvitation: { email: EMAIL, role: 'member', note: 'Welcome aboard.' },
  changeRoleOfAccountInvitation: { role: 'viewer' },
  inviteMany: { rows: [{ email: EMAIL, siteId: ID, role: 'content_editor' }], dryRun: true },
  createWebhook: {
    url: 'https://hooks.northwind.example/keyholder',
    events: ['membership.created', 'membership.removed'],
  },
  updateWebhook: { state: 'disabled' },

  createSite: { name: 'Northwind Coffee', domain: 'northwind.example' },
  updateSite: { name: 'Northwind Roasters' },
  changeSiteMember: { role: 'developer', accessUntil: '2099-12-31T23:59:59Z' },
  removeFromSite: { reason: 'The project has ended.' },
  createSiteInvitation: { email: EMAIL, role: 'content_editor', note: 'The texts are yours.' },
  changeRoleOfSiteInvitation: { role: 'developer' },
  createApiKey: {
    name: 'Engine of the website',
    permissions: ['pages.read', 'access.check'],
    expiresAt: '2099-12-31T23:59:59Z',
  },
  checkAccess: { userId: ID, permission: 'pages.publish' },

  createPage: PAGE,
  updatePage: { title: 'About Northwind' },
  createPost: POST,
  updatePost: { title: 'A newer roast' },
  updateSeo: { title: 'About Northwind Coffee', description: 'Who roasts our coffee, and where it grows.' },
  createRedirect: REDIRECT,
  importRedirects: { rows: [REDIRECT, { path: '/shop', target: 'https://shop.example' }], dryRun: true },
  updateRedirect: { target: '/newest-page' },
  saveCode: { css: 'h1 { letter-spacing: 0.02em; }', head: '', body: '<script src="/menu.js"></script>' },
  countVisit: { path: '/about-us', referrer: 'https://search.example/' },
  createForm: { name: 'Contact', fields: [FIELD] },
  updateForm: { state: 'closed' },
  sendForm: { email: EMAIL },
  createOrder: {
    ...{ number: 'B-1042', customer: { name: 'Maria Lopez', email: EMAIL }, currency: 'EUR', total: 1_990 },
    lines: [{ title: 'Sidama, 250 g', quantity: 1, unitPrice: 1_990 }],
  },
  changeOrderStatus: { status: 'paid' },
  updateSiteSettings: { language: 'en', timezone: 'Europe/Berlin' },

  lookupInvitation: { token: TOKEN },
  acceptInvitation: { token: TOKEN, name: 'Maria Lopez', password: PASSWORD },
  declineInvitation: { token: TOKEN, reason: 'I no longer work there.' },
  requestNewLink: { token: TOKEN },
};
