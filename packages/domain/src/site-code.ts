/** What a site adds to its pages: a style sheet, and snippets for the end of head and body. Text to Keyholder, never run here. */
export const CODE_PARTS = ['css', 'head', 'body'] as const;
export type CodePart = (typeof CODE_PARTS)[number];
export type SiteCode = Readonly<Record<CodePart, string>>;

/** At most, in bytes of UTF-8. */
export const CODE_BYTES = {
  css: 200 * 1024,
  head: 50 * 1024,
  body: 50 * 1024,
} as const satisfies Record<CodePart, number>;

/** So many versions are kept; older ones go when a new one is saved. */
export const CODE_VERSIONS_KEPT = 100;

/** Before anything was saved: version 0. */
export const NO_CODE: SiteCode = { css: '', head: '', body: '' };

/** The parts in which two versions differ. */
export const changedParts = (before: SiteCode, after: SiteCode): readonly CodePart[] =>
  CODE_PARTS.filter((part) => before[part] !== after[part]);
