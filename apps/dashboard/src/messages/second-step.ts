/** The step between password and session. */
export const secondStepWords = {
  codeTitle: 'Enter your code',
  codeText: 'Your password is right. Now the code that your app shows.',
  code: 'Code from your app',
  codeHelp: '6 digits, new every 30 seconds.',
  codeMissing: 'Write the 6 digits that your app shows.',
  recoveryCode: 'Recovery code',
  recoveryHelp: 'Each works once.',
  recoveryMissing: 'Write one of your recovery codes.',
  useRecovery: 'Use a recovery code instead',
  useCode: 'Use a code from the app instead',
  stepOver: 'That took too long, or too many codes were wrong. Start again with your password.',
} as const;
