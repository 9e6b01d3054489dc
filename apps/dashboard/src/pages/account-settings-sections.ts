import type { AccountPermission } from '@keyholder/domain';
import { lazy, type ComponentType } from 'react';
import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { ssoSettingsWords } from '../messages/sso-settings.ts';
import { webhookWords } from '../messages/webhooks.ts';

interface SettingsSection {
  /** The last part of its address: `/$account/settings/<key>`. */
  key: string;
  label: string;
  needs: AccountPermission;
  /** Its list leads to addresses of their own: `/$account/settings/<key>/<item>`. */
  hasItems?: true;
  /** Fetched when its tab is opened; asks `useAccount()` where it is. */
  Part: ComponentType;
}

/**
 * The parts of an account's settings in the order of their tabs; only those that the viewer's permissions open are
 * shown. Another part is one more entry: its address, tab, title and closed page come from here.
 */
export const SETTINGS_SECTIONS: readonly SettingsSection[] = [
  {
    key: 'general',
    label: words.general,
    needs: 'account.settings',
    Part: lazy(async () => ({
      default: (await import('../account-settings/general-section.tsx')).GeneralSection,
    })),
  },
  {
    key: 'policies',
    label: words.policies,
    needs: 'account.settings',
    Part: lazy(async () => ({
      default: (await import('../account-settings/policies-section.tsx')).PoliciesSection,
    })),
  },
  {
    key: 'sso',
    label: ssoSettingsWords.title,
    needs: 'account.settings',
    Part: lazy(async () => ({ default: (await import('../sso/sso-section.tsx')).SsoSection })),
  },
  {
    key: 'webhooks',
    label: webhookWords.title,
    needs: 'account.settings',
    hasItems: true,
    Part: lazy(async () => ({ default: (await import('../webhooks/webhooks-section.tsx')).WebhooksSection })),
  },
  {
    key: 'plan',
    label: words.plan,
    needs: 'account.settings',
    Part: lazy(async () => ({ default: (await import('../account-settings/plan-section.tsx')).PlanSection })),
  },
  {
    key: 'ownership',
    label: words.ownership,
    needs: 'account.transfer',
    Part: lazy(async () => ({
      default: (await import('../account-settings/ownership-section.tsx')).OwnershipSection,
    })),
  },
];
