import { newId } from '@keyholder/db';
import type { IntakeTx, Transaction } from '@keyholder/db';
import { form, formSubmission, site } from '@keyholder/db/schema';
import type {
  AccountId,
  FormAnswer,
  FormField,
  FormId,
  FormState,
  SiteId,
  SubmissionId,
} from '@keyholder/domain';
import { isId } from '@keyholder/domain';
import { and, eq, isNull } from 'drizzle-orm';
import type { SubmissionRow } from './submission-view.ts';

/** A form as its visitors meet it. */
export interface OpenForm {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly id: FormId;
  readonly state: FormState;
  readonly fields: readonly FormField[];
  readonly thanksPath: string;
  readonly domain: string;
}

/** The form of a live site, by what its page knows of it; null for anything else. */
export async function findForm(
  db: Pick<Transaction, 'select'>,
  siteId: string,
  formId: string,
): Promise<OpenForm | null> {
  if (!isId(siteId) || !isId(formId)) return null;
  const [row] = await db
    .select({
      ...{ accountId: form.accountId, siteId: form.siteId, id: form.id, state: form.state },
      ...{ fields: form.fields, thanksPath: form.thanksPath, domain: site.domain },
    })
    .from(site)
    .innerJoin(form, and(eq(form.accountId, site.accountId), eq(form.siteId, site.id)))
    .where(
      and(
        eq(site.id, siteId as SiteId),
        isNull(site.deletedAt),
        eq(form.id, formId as FormId),
        isNull(form.deletedAt),
      ),
    );
  return row ?? null;
}

export async function saveSubmission(
  tx: IntakeTx,
  { accountId, siteId, id }: OpenForm,
  answers: readonly FormAnswer[],
  receivedAt: Date,
): Promise<void> {
  const words = answers.map(({ value }) => value).filter((value) => typeof value === 'string');
  await tx.insert(formSubmission).values({
    ...{ accountId, siteId, formId: id, id: newId<SubmissionId>(), answers, receivedAt },
    words: words.join('\n'),
  });
}

/** One submission of a site with the name of its form, also of one that was deleted since. */
export async function readSubmission(
  db: Pick<Transaction, 'select'>,
  { accountId, siteId }: { readonly accountId: AccountId; readonly siteId: SiteId },
  id: string,
): Promise<(SubmissionRow & { readonly answers: readonly FormAnswer[] }) | null> {
  if (!isId(id)) return null;
  const [row] = await db
    .select({
      id: formSubmission.id,
      formId: form.id,
      formName: form.name,
      receivedAt: formSubmission.receivedAt,
      answers: formSubmission.answers,
    })
    .from(formSubmission)
    .innerJoin(form, and(eq(form.accountId, formSubmission.accountId), eq(form.id, formSubmission.formId)))
    .where(
      and(
        eq(formSubmission.accountId, accountId),
        eq(formSubmission.siteId, siteId),
        eq(formSubmission.id, id as SubmissionId),
      ),
    );
  return row ?? null;
}
