import type { Transaction, WriteTx } from '@keyholder/db';
import { siteSettings } from '@keyholder/db/schema';
import { NEW_SITE_SETTINGS } from '@keyholder/domain';
import type { AccountId, SiteId, SiteSettings } from '@keyholder/domain';
import { and, eq } from 'drizzle-orm';

interface Place {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
}

/** What a site says about itself; nobody has to have set it. */
export async function readSettings(
  db: Pick<Transaction, 'select'>,
  { accountId, siteId }: Place,
): Promise<SiteSettings> {
  const [row] = await db
    .select({
      language: siteSettings.language,
      timezone: siteSettings.timezone,
      description: siteSettings.description,
    })
    .from(siteSettings)
    .where(and(eq(siteSettings.accountId, accountId), eq(siteSettings.siteId, siteId)));
  return row ?? NEW_SITE_SETTINGS;
}

export async function saveSettings(
  tx: WriteTx,
  place: Place,
  { language, timezone, description }: SiteSettings,
): Promise<void> {
  const set = { language, timezone, description };
  await tx
    .insert(siteSettings)
    .values({ ...place, ...set })
    .onConflictDoUpdate({ target: [siteSettings.accountId, siteSettings.siteId], set });
}
