import { createHash } from 'node:crypto';
import { DESCRIPTION_LENGTH, canonicalLanguage, canonicalNote, canonicalTimezone } from '@keyholder/domain';
import type { SiteSettings } from '@keyholder/domain';
import { z } from 'zod';
import { canonicalField, domainField, nameField } from '../http/fields.ts';

/** A site's settings (http-api.md, Site Admin areas). */
export const settingsSchema = z
  .object({
    name: z.string(),
    slug: z.string(),
    domain: z.string(),
    language: z.string(),
    timezone: z.string(),
    description: z.string(),
    etag: z.string(),
  })
  .meta({ ref: 'SiteSettings' });
export type SettingsView = z.infer<typeof settingsSchema>;

export interface SettingsFacts extends SiteSettings {
  readonly name: string;
  readonly slug: string;
  readonly domain: string;
}

/** The etag is made from the settings themselves, because they come from two tables. */
export function viewSettings(of: SettingsFacts): SettingsView {
  const { name, slug, domain, language, timezone, description } = of;
  const view = { name, slug, domain, language, timezone, description };
  const digest = createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 22);
  return { ...view, etag: `"${digest}"` };
}

const DESCRIPTION = `Write at most ${DESCRIPTION_LENGTH} characters of plain text.`;

export const settingsChange = z
  .strictObject({
    name: nameField.optional(),
    domain: domainField.optional(),
    language: canonicalField(canonicalLanguage, 35, 'Write a language like en or de-CH.').optional(),
    timezone: canonicalField(canonicalTimezone, 64, 'Choose a time zone like Europe/Berlin.').optional(),
    description: canonicalField(
      (text) => canonicalNote(text, DESCRIPTION_LENGTH),
      DESCRIPTION_LENGTH * 2,
      DESCRIPTION,
    ).optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Change something.');
