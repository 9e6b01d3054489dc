export const preferenceWords = {
  title: 'Preferences',
  lead: 'They follow you to every browser in which you sign in.',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  density: 'Rows',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  timeStyle: 'Times',
  timeStyles: { relative: '2 hours ago', absolute: 'Date and time' },
  timeStyleHelp: 'The other one is shown when you point at a time.',
  clock: 'Clock',
  clocks: { h24: '14:02', h12: '2:02 pm' },
  singleKeys: 'Single-letter keys',
  singleKeysOptions: { on: 'On', off: 'Off' },
  singleKeysHelp:
    'In lists, letters like i and r do something, and / goes to the search. Switch them off if you dictate, or if they get in your way. Arrow keys, Enter and Delete always work.',
} as const;
