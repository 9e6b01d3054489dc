import { isSafeText } from '@keyholder/domain';
import { z } from 'zod';
import { limitField } from '../http/fields.ts';

/** `?q=`: part of a name or address, one line. */
const searchField = z
  .string()
  .max(200, 'Search for at most 200 characters.')
  .refine(isSafeText, 'Search for plain text.')
  .transform((text) => text.normalize('NFC').trim());

/** What every list understands beside its own filters. */
export const pageFields = {
  q: searchField.optional(),
  limit: limitField,
  cursor: z.string().max(2000, 'This cursor does not belong to this list.').optional(),
};

/** `?sort=`: a key, or `-key` for the other way round; without it the first. */
export function sortField<const Key extends string>(keys: readonly [Key, ...Key[]]) {
  type Sort = Key | `-${Key}`;
  const both = keys.flatMap((key): Sort[] => [key, `-${key}`]);
  const field = z.enum(both, { error: `Sort by ${both.join(', ')}.` }).default(keys[0] as never);
  // The compiler does not work out the default of a generic enum.
  return field as unknown as z.ZodDefault<z.ZodEnum<{ [S in Sort]: S }>>;
}
