import { describe, expect, it } from 'vitest';
import { NEW_SITE_SETTINGS, canonicalLanguage, canonicalTimezone } from './index.ts';

describe('the settings of a site', () => {
  it('take a language in its one form', () => {
    expect(['en', 'DE-ch', 'zh-hant-tw', 'english', 'e', 'en_US', 'en-', ''].map(canonicalLanguage)).toEqual([
      'en',
      'de-CH',
      'zh-Hant-TW',
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('take a time zone that there is', () => {
    expect(['UTC', 'Europe/Zurich', 'europe/zurich', 'Mars/Olympus', ''].map(canonicalTimezone)).toEqual([
      'UTC',
      'Europe/Zurich',
      null,
      null,
      null,
    ]);
  });

  it('begin with what they themselves allow', () => {
    expect(canonicalLanguage(NEW_SITE_SETTINGS.language)).toBe(NEW_SITE_SETTINGS.language);
    expect(canonicalTimezone(NEW_SITE_SETTINGS.timezone)).toBe(NEW_SITE_SETTINGS.timezone);
  });
});
