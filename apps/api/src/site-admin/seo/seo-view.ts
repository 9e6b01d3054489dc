import {
  CONTENT_STATUSES,
  LENGTH_VERDICTS,
  ROBOTS,
  SEO_FIELDS,
  lengthHint,
  missingSeo,
} from '@keyholder/domain';
import type { ContentStatus, LengthHint, Robots } from '@keyholder/domain';
import { z } from 'zod';
import { etagOf } from '../etag.ts';

const hintSchema = z.object({
  length: z.number().int(),
  verdict: z.enum(LENGTH_VERDICTS),
  from: z.number().int(),
  to: z.number().int(),
});

/** What search engines are told about one page, and what it lacks. */
export const seoSchema = z
  .object({
    page: z.object({ id: z.string(), title: z.string(), slug: z.string(), status: z.enum(CONTENT_STATUSES) }),
    title: z.string().nullable(),
    description: z.string().nullable(),
    robots: z.enum(ROBOTS),
    hints: z.object({ title: hintSchema, description: hintSchema }),
    missing: z.array(z.enum(SEO_FIELDS)),
    etag: z.string(),
  })
  .meta({ ref: 'PageSeo' });
export type SeoView = z.infer<typeof seoSchema>;

export interface SeoFacts {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly status: ContentStatus;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly robots: Robots;
  readonly seoVersion: number;
}

const hint = ({ length, verdict, from, to }: LengthHint) => ({ length, verdict, from, to });

export function viewSeo(facts: SeoFacts): SeoView {
  const said = { title: facts.seoTitle, description: facts.seoDescription };
  return {
    page: { id: facts.id, title: facts.title, slug: facts.slug, status: facts.status },
    ...said,
    robots: facts.robots,
    hints: {
      title: hint(lengthHint('title', said.title)),
      description: hint(lengthHint('description', said.description)),
    },
    missing: [...missingSeo(said)],
    etag: etagOf({ version: facts.seoVersion }),
  };
}
