import { SITE_ROLES } from '@keyholder/domain';
import type { SiteRole } from '@keyholder/domain';
import { z } from 'zod';

/** The sites that somebody was given, in the order they were asked for [R35]. */
export const assignedSchema = z
  .object({
    items: z.array(
      z.object({
        site: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
        role: z.enum(SITE_ROLES),
        joinedAt: z.string(),
        accessUntil: z.string().nullable(),
      }),
    ),
  })
  .meta({ ref: 'AssignedSites' });

interface AssignedFacts {
  readonly site: { readonly id: string; readonly slug: string; readonly name: string };
  readonly role: SiteRole;
  readonly joinedAt: Date;
  readonly accessUntil: Date | null;
}

export const assignedView = (items: readonly AssignedFacts[]): z.infer<typeof assignedSchema> => ({
  items: items.map(({ site, role, joinedAt, accessUntil }) => ({
    site: { id: site.id, slug: site.slug, name: site.name },
    role,
    joinedAt: joinedAt.toISOString(),
    accessUntil: accessUntil?.toISOString() ?? null,
  })),
});
