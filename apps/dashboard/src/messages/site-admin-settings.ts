export const adminSettingsWords = {
  title: 'Settings',
  readOnly: 'You can see the settings here, but not change them.',
  language: 'Language',
  languageHelp: 'What its pages are written in, for example en or de-CH.',
  languageWrong: 'Write a language like en or de-CH.',
  timezone: 'Time zone',
  timezoneHelp: 'Where the site is at home. Start typing a city.',
  timezoneWrong: 'Choose a time zone like Europe/Berlin.',
  description: 'Description',
  descriptionHelp: (length: number, most: number) => `${length} of ${most} characters.`,
  none: 'None',
  unchanged: 'Nothing has changed.',
  /** What a person who lost access while typing is given back. */
  unsavedLabel: (site: string) => `Description of ${site}`,
} as const;
