import { CONTENT_STATUSES } from '@keyholder/domain';
import type { ContentId, ContentKind, ContentStatus, Robots, UserId } from '@keyholder/domain';
import { z } from 'zod';
import { whoSchema } from '../area-fields.ts';
import { etagOf } from '../etag.ts';

/** A row of a list: everything but the body. */
export const contentRowSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    slug: z.string(),
    status: z.enum(CONTENT_STATUSES),
    publishedAt: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    updatedBy: whoSchema,
    etag: z.string(),
  })
  .meta({ ref: 'ContentRow' });
export type ContentRowView = z.infer<typeof contentRowSchema>;

/** A page or a post; the body is Markdown, to be shown only through something that makes it harmless. */
export const contentSchema = contentRowSchema.extend({ body: z.string() }).meta({ ref: 'Content' });
export type ContentView = z.infer<typeof contentSchema>;

export interface ContentFacts {
  readonly id: ContentId;
  readonly kind: ContentKind;
  readonly title: string;
  readonly slug: string;
  readonly status: ContentStatus;
  readonly publishedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly updatedBy: { readonly id: UserId; readonly name: string };
  readonly version: number;
}
export interface Content extends ContentFacts {
  readonly body: string;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly robots: Robots;
  readonly seoVersion: number;
}

export const viewContentRow = (facts: ContentFacts): ContentRowView => ({
  id: facts.id,
  title: facts.title,
  slug: facts.slug,
  status: facts.status,
  publishedAt: facts.publishedAt?.toISOString() ?? null,
  createdAt: facts.createdAt.toISOString(),
  updatedAt: facts.updatedAt.toISOString(),
  updatedBy: { id: facts.updatedBy.id, name: facts.updatedBy.name },
  etag: etagOf(facts),
});

export const viewContent = (content: Content): ContentView => ({
  ...viewContentRow(content),
  body: content.body,
});
