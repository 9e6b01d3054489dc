import { count } from './plural.ts';

export const RECOVERY_FILE = 'keyholder-recovery-codes.txt';

export const securityWords = {
  title: 'Security',
  cancel: 'Cancel',
  working: 'Checking…',
  continue: 'Continue',
  done: 'Done',

  password: 'Password',
  passwordText: 'Whoever has it can sign in as you, unless a second factor stands behind it.',
  noPassword: 'You sign in through your company, so there is no password here.',
  changePassword: 'Change password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  savePassword: 'Save password',
  saving: 'Saving…',
  passwordChanged: 'Your password is changed. You are signed out everywhere else.',
  passwordHelp: 'You stay signed in here and are signed out everywhere else.',

  factor: 'Second factor',
  factorOff: 'Off',
  factorOffText:
    'With a second factor, your password alone opens nothing: signing in also takes a code from an app on your phone.',
  factorOn: 'On',
  factorOnText: 'Signing in takes your password and a code from your app.',
  since: 'On since',
  codesTerm: 'Recovery codes',
  codesLeft: (left: number) => (left === 0 ? 'None left' : `${count(left, 'code', 'codes')} left`),
  codesLow: 'Make new ones before the last one is used: without your phone they are the only way in.',
  setUp: 'Set up a second factor',
  turnOff: 'Turn off',
  turnOffTitle: 'Turn off your second factor?',
  turnOffText:
    'Your password alone will open your sites again. You are signed out everywhere else. Accounts that need a second factor close to you.',
  turnedOff: 'Your second factor is off.',
  renew: 'New recovery codes',
  renewTitle: 'Make new recovery codes?',
  renewText:
    'The codes from before stop working, also those you have not used. You are signed out everywhere else.',
  renewed: 'Keep your new recovery codes',

  confirmTitle: 'Confirm that it is you',
  scanTitle: 'Scan this with your app',
  scanText:
    'Open an authenticator app on your phone (Google Authenticator, 1Password, Authy or another) and scan the square.',
  qr: 'QR code for your authenticator app',
  byHand: 'Cannot scan? Type this into the app:',
  secret: 'Secret',
  keepTitle: 'Keep your recovery codes',
  keepText:
    'Each signs you in once when your phone is not at hand. They are shown this once. Put them where you keep your passwords.',
  codesList: 'Recovery codes',
  download: 'Download',
  copyCodes: 'Copy codes',
  saved: 'I saved them',
  saveFirst: 'Save the codes, then say so.',
  codeTitle: 'Write the code from your app',
  codeText: 'Then it is on. You stay signed in here and are signed out everywhere else.',
  turnOn: 'Turn on',
  turnedOn: 'Your second factor is on.',
  fileHead: (email: string) => `Recovery codes for Keyholder, ${email}. Each works once.`,

  sessions: 'Where you are signed in',
  sessionsCaption: 'Your sessions',
  browser: 'Browser',
  address: 'Network address',
  started: 'Signed in',
  actions: 'Actions',
  thisOne: 'This browser',
  unknownBrowser: 'Unknown browser',
  end: 'End',
  endOf: (browser: string) => `End the session in ${browser}`,
  ended: 'The session is ended.',
  endOthers: 'Sign out everywhere else',
  othersEnded: (n: number) => `${count(n, 'session is', 'sessions are')} ended.`,
  onlyHere: 'You are signed in here only.',

  gateTitle: (account: string) => `${account} needs you to have a second factor`,
  gateText:
    'Set one up and you go on where you were. It takes a minute and an app on your phone. If you have one already, sign out and sign in again with your password and a code. Nothing of yours has changed.',
  leave: 'Your accounts and sites',
  bannerLead: (day: string) => `Set up a second factor until ${day}.`,
  banner: (account: string) => `From then on ${account} opens only with one.`,
} as const;
