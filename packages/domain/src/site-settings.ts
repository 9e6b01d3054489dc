/** What a site says about itself beside its name and domain. */
export interface SiteSettings {
  /** BCP 47, as `en` or `de-CH`. */
  readonly language: string;
  /** A name of the time zone database, as `Europe/Berlin`. */
  readonly timezone: string;
  readonly description: string;
}

/** What holds for a site until somebody sets something else. */
export const NEW_SITE_SETTINGS: SiteSettings = { language: 'en', timezone: 'UTC', description: '' };

export const DESCRIPTION_LENGTH = 300;

const LANGUAGE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$/;

/** A language tag in its canonical form, or null. */
export function canonicalLanguage(text: string): string | null {
  if (!LANGUAGE.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

const TIMEZONES: ReadonlySet<string> = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

/** A time zone by its name, or null. */
export const canonicalTimezone = (text: string): string | null => (TIMEZONES.has(text) ? text : null);
