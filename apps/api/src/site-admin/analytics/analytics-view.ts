import { canonicalDay } from '@keyholder/domain';
import { z } from 'zod';
import { canonicalField, instantField } from '../../http/fields.ts';

const dayField = canonicalField(canonicalDay, 10, 'Write a day like 2026-11-21.').meta({ format: 'date' });

export const analyticsQuery = z.strictObject({
  /** First day, in UTC. */
  from: dayField.optional(),
  /** Last day, in UTC. */
  to: dayField.optional(),
});
export type AnalyticsQuery = z.infer<typeof analyticsQuery>;

const spanFields = { from: z.string(), to: z.string(), visits: z.number().int() };

/** Visits of a span with those of the span of the same length before it; every day is there, also one without any. */
export const analyticsSchema = z
  .object({
    ...spanFields,
    previous: z.object(spanFields),
    days: z.array(z.object({ day: z.string(), visits: z.number().int() })),
    pages: z.array(z.object({ path: z.string(), visits: z.number().int() })),
    referrers: z.array(z.object({ host: z.string(), visits: z.number().int() })),
  })
  .meta({ ref: 'Analytics' });
export type AnalyticsView = z.infer<typeof analyticsSchema>;

export const newVisit = z.strictObject({
  path: z.string().max(4_000, 'Write a path of the site, like /prices.'),
  /** The address that the visitor came from; its host is all that is counted. */
  referrer: z.string().max(4_000, 'This address is too long.').optional(),
  at: instantField.optional(),
});
export type NewVisit = z.infer<typeof newVisit>;
