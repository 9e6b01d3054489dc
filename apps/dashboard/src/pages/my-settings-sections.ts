import { lazy, type ComponentType } from 'react';
import { preferenceWords } from '../messages/preferences.ts';
import { profileWords as words } from '../messages/profile.ts';
import { securityWords } from '../messages/security.ts';

interface MySection {
  /** The last part of its address: `/me/<key>`. */
  key: string;
  label: string;
  /** Fetched when its tab is opened; asks `useMe()` who is there. */
  Part: ComponentType;
}

/** The parts of your own settings in the order of their tabs. Another part is one more entry. */
export const MY_SECTIONS: readonly MySection[] = [
  {
    key: 'profile',
    label: words.profile,
    Part: lazy(async () => ({ default: (await import('../profile/profile-section.tsx')).ProfileSection })),
  },
  {
    key: 'security',
    label: securityWords.title,
    Part: lazy(async () => ({
      default: (await import('../security-settings/security-section.tsx')).SecuritySection,
    })),
  },
  {
    key: 'preferences',
    label: preferenceWords.title,
    Part: lazy(async () => ({
      default: (await import('../profile/preferences-section.tsx')).PreferencesSection,
    })),
  },
  {
    key: 'memberships',
    label: words.memberships,
    Part: lazy(async () => ({
      default: (await import('../profile/memberships-section.tsx')).MembershipsSection,
    })),
  },
];
