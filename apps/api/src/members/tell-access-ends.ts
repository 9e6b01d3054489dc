import { accessEndNoticeDue } from '@keyholder/domain';
import type { AccessEndNotice } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import { newMail } from '../mail/new-mail.ts';
import { recordNotices } from '../mail/record-notices.ts';
import type { Notice } from '../mail/record-notices.ts';
import { readEndingSoon, saveSteps } from './access-end-repository.ts';
import type { EndingSoon } from './access-end-repository.ts';

const BATCH = 200;

type Due = EndingSoon & { readonly step: AccessEndNotice };

/** Tells people a week and a day before that their access to a site ends, once each, and anew when the date was moved [R34]. */
export async function tellAccessEnds({
  database,
  enqueueMails,
}: Pick<Deps, 'database' | 'enqueueMails'>): Promise<void> {
  let again = true;
  while (again)
    again = await database.transaction(async (tx) => {
      const now = await database.now(tx);
      const found = await readEndingSoon(tx, now, BATCH);
      const due = found.flatMap((one): Due[] => {
        const step = accessEndNoticeDue(one.accessUntil, one.given, now);
        return step === null ? [] : [{ ...one, step }];
      });
      if (due.length === 0) return false;
      const taken = new Map((await saveSteps(tx, due, now)).map((step) => [keyOf(step), step.id]));
      const notices = due.flatMap((one) => {
        const id = taken.get(keyOf(one));
        return id === undefined ? [] : [noticeOf(one, id)];
      });
      await recordNotices(tx, enqueueMails, notices, now);
      return found.length === BATCH && notices.length > 0;
    });
}

const keyOf = ({ siteId, userId }: Pick<EndingSoon, 'siteId' | 'userId'>) => `${siteId} ${userId}`;

const noticeOf = (
  { accountId, account, site, email, role, accessUntil }: EndingSoon,
  ref: string,
): Notice => ({
  accountId,
  mail: newMail('access_ends', {
    ...{ ref, generation: 1, recipient: email },
    facts: {
      ...{ accountName: account.name, siteName: site.name, role },
      accessUntil: accessUntil.toISOString(),
      path: `/admin/${account.slug}/${site.slug}`,
    },
  }),
});
