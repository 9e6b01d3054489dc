import { graphemeCount } from './text.ts';

/** What search engines are told about one page. */
export const ROBOTS = ['index,follow', 'index,nofollow', 'noindex,follow', 'noindex,nofollow'] as const;
export type Robots = (typeof ROBOTS)[number];
/** What holds until somebody chooses. */
export const NEW_ROBOTS: Robots = 'index,follow';

export const SEO_FIELDS = ['title', 'description'] as const;
export type SeoField = (typeof SEO_FIELDS)[number];

/** What result lists show in full, in visible characters: advice, not a rule. */
export const SEO_LENGTHS = {
  title: { from: 30, to: 60 },
  description: { from: 70, to: 160 },
} as const satisfies Record<SeoField, { from: number; to: number }>;

/** The longest that is stored, in visible characters. */
export const SEO_MOST = { title: 120, description: 320 } as const satisfies Record<SeoField, number>;

export const LENGTH_VERDICTS = ['missing', 'short', 'good', 'long'] as const;
export type LengthVerdict = (typeof LENGTH_VERDICTS)[number];

export interface LengthHint {
  readonly length: number;
  readonly verdict: LengthVerdict;
  /** The advised length. */
  readonly from: number;
  readonly to: number;
}

/** How the length of a title or description looks in a result list. */
export function lengthHint(field: SeoField, text: string | null): LengthHint {
  const { from, to } = SEO_LENGTHS[field];
  const length = text === null ? 0 : graphemeCount(text);
  const verdict = length === 0 ? 'missing' : length < from ? 'short' : length > to ? 'long' : 'good';
  return { length, verdict, from, to };
}

/** What a page still lacks, in the order in which it is asked for. */
export const missingSeo = (page: Readonly<Record<SeoField, string | null>>): readonly SeoField[] =>
  SEO_FIELDS.filter((field) => page[field] === null);
