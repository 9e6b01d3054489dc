import {
  ACCOUNT_ROLES,
  GRANTABLE_ACCOUNT_ROLES,
  SITE_ROLES,
  canonicalDomain,
  canonicalEmail,
  canonicalName,
  canonicalNote,
  canonicalSlug,
  isId,
} from '@keyholder/domain';
import type { Brand, SiteId, UserId } from '@keyholder/domain';
import { z } from 'zod';

/** Text that a canonical form exists for; anything else is refused with `message`. */
export const canonicalField = <Value extends string>(
  make: (text: string) => Value | null,
  longest: number,
  message: string,
) =>
  z
    .string({ error: message })
    .max(longest, message)
    .transform((text, context) => {
      const value = make(text);
      if (value !== null) return value;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

export const emailField = canonicalField(
  canonicalEmail,
  320,
  'Write one e-mail address, like name@example.com.',
).meta({ format: 'email' });
export const nameField = canonicalField(canonicalName, 640, 'Write a name of 1 to 80 characters.');
export const slugField = canonicalField(
  canonicalSlug,
  100,
  'Write 2 to 48 letters, digits and single hyphens, and none of the words that Keyholder uses itself.',
);
export const domainField = canonicalField(
  (text) => canonicalDomain(text.trim()),
  253,
  'Write a domain, like example.com, without https:// or a path.',
);
export const noteField = canonicalField(
  (text) => canonicalNote(text, 500),
  1000,
  'Write at most 500 characters of plain text.',
);
export const siteRoleField = z.enum(SITE_ROLES, { error: 'Choose a site role.' });
/** An account role that may be offered: the owner moves by transfer only, collaborators come from sites [R1, R2]. */
export const grantableAccountRoleField = z.enum(GRANTABLE_ACCOUNT_ROLES, {
  error: 'Choose admin, member or viewer.',
});
export const accountRoleField = z.enum(ACCOUNT_ROLES, { error: 'Choose an account role.' });

const idField = <Id extends Brand<string, string>>() =>
  canonicalField<Id>((text) => (isId(text) ? (text as unknown as Id) : null), 36, 'This is not an id.').meta({
    format: 'uuid',
  });
export const siteIdField = idField<SiteId>();
export const userIdField = idField<UserId>();

/** The years of four digits: of others RFC 3339 knows nothing, and the database has no year 0. */
const FIRST_INSTANT = new Date('0001-01-01T00:00:00Z');
const LAST_INSTANT = new Date('9999-12-31T23:59:59.999Z');

/** RFC 3339 with a zone; answers a Date. */
export const instantField = z.iso
  .datetime({ offset: true, error: 'Write a time like 2026-12-31T23:59:59Z.' })
  .transform((text) => new Date(text))
  .refine(
    (instant) => instant >= FIRST_INSTANT && instant <= LAST_INSTANT,
    'Choose a time between the years 1 and 9999.',
  );

/** `?limit=`: 1–100, 50 when absent (http-api.md, Conventions). */
export const limitField = z
  .string()
  .regex(/^\d{1,3}$/, 'Use a number from 1 to 100.')
  .transform(Number)
  .refine((limit) => limit >= 1 && limit <= 100, 'Use a number from 1 to 100.')
  .default(50);
