import type { CodePart } from '@keyholder/domain';
import { allOf } from './plural.ts';

const NAME = { css: 'Style sheet', head: 'Head', body: 'Body' } as const satisfies Record<CodePart, string>;
const KB = 1024;

/** "512 bytes", "1.2 kB". */
const size = (bytes: number): string =>
  bytes < KB ? `${bytes} bytes` : `${(bytes / KB).toLocaleString('en', { maximumFractionDigits: 1 })} kB`;
const partsText = (parts: readonly CodePart[]): string => {
  const text = allOf(parts.map((part, at) => (at === 0 ? NAME[part] : NAME[part].toLowerCase())));
  return text === '' ? 'Nothing' : text;
};

export const codeWords = {
  title: 'Code',
  intro: (domain: string) =>
    `${domain} adds this to its own pages. Here it is only kept as text: nothing of it ever runs in Keyholder.`,
  part: NAME,
  help: {
    css: 'CSS for every page.',
    head: 'HTML for the end of <head>: meta tags, links, scripts.',
    body: 'HTML for the end of <body>.',
  } as const satisfies Record<CodePart, string>,
  size,
  sizeOf: (bytes: number, most: number) => `${size(bytes)} of ${size(most)}`,
  tooLong: (bytes: number, most: number) => `This is ${size(bytes - most)} too long.`,
  wrongText: 'This holds characters that code may not hold, such as invisible direction marks.',
  empty: 'Empty',
  unsavedLabel: (part: CodePart) => `${NAME[part]} code`,
  save: 'Save changes',
  saving: 'Saving…',
  saved: (version: number) => `Saved as version ${version}.`,
  unchanged: 'Nothing has changed.',
  discard: 'Discard changes',
  kept: 'These are unsaved changes from before.',
  theirs: (version: number) => `Version ${version} is in force now.`,
  history: 'History',
  historyHelp: (most: number) => `The last ${most} versions are kept.`,
  historyCaption: (site: string) => `Versions of the code of ${site}`,
  historyEmpty: 'Nothing has been saved yet.',
  version: (version: number) => `Version ${version}`,
  inForce: 'In force',
  versionHead: 'Version',
  changedHead: 'Changed',
  changed: partsText,
  sizes: (bytes: Readonly<Record<CodePart, number>>) => `${size(bytes.css + bytes.head + bytes.body)} in all`,
  savedHead: 'Saved',
  by: (name: string) => `by ${name}`,
  gone: 'This version is not kept, or never was.',
  back: 'Back to the code',
  restore: 'Restore this version',
  restoring: 'Restoring…',
  restored: (version: number, now: number) => `Version ${version} is in force again, as version ${now}.`,
  restoreHelp: 'It is saved as the newest version. What is in force now stays in the history.',
  isInForce: 'This version is in force.',
  saveFirst: 'Save or discard your changes first.',
  same: 'It is the same as what is in force.',
} as const;
