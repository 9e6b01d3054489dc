import type { Transaction, WriteTx } from '@keyholder/db';
import { form } from '@keyholder/db/schema';
import type { AccountId, FormField, FormId, FormState, SiteId } from '@keyholder/domain';
import { isId } from '@keyholder/domain';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { FormRow } from './form-view.ts';

/** Where a form is: never by its id alone. */
export interface FormPlace {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
}

const columns = {
  id: form.id,
  siteId: form.siteId,
  name: form.name,
  state: form.state,
  fields: form.fields,
  thanksPath: form.thanksPath,
  version: form.version,
  createdAt: form.createdAt,
  changedAt: form.changedAt,
  // Written out, because the query builder drops the table from the names of a single-table select.
  submissions: sql<number>`(select count(*)::int from form_submission s
    where s.account_id = "form"."account_id" and s.form_id = "form"."id")`,
  lastSubmissionAt: sql<Date | null>`(select max(s.received_at) from form_submission s
    where s.account_id = "form"."account_id" and s.form_id = "form"."id")`.mapWith(form.changedAt),
};

const at = ({ accountId, siteId }: FormPlace, id: string) =>
  and(
    eq(form.accountId, accountId),
    eq(form.siteId, siteId),
    eq(form.id, id as FormId),
    isNull(form.deletedAt),
  );

/** A form of this site, or null; what is no id names none. */
export async function readForm(
  db: Pick<Transaction, 'select'>,
  place: FormPlace,
  id: string,
): Promise<FormRow | null> {
  if (!isId(id)) return null;
  const [row] = await db.select(columns).from(form).where(at(place, id));
  return row ?? null;
}

export async function lockForm(tx: WriteTx, place: FormPlace, id: string): Promise<FormRow | null> {
  if (!isId(id)) return null;
  const [row] = await tx.select(columns).from(form).where(at(place, id)).for('no key update');
  return row ?? null;
}

export async function saveForm(
  tx: WriteTx,
  place: FormPlace,
  made: {
    readonly id: FormId;
    readonly name: string;
    readonly fields: readonly FormField[];
    readonly thanksPath: string;
  },
  now: Date,
): Promise<void> {
  await tx.insert(form).values({ ...place, ...made, state: 'open', createdAt: now, changedAt: now });
}

export async function saveFormChange(
  tx: WriteTx,
  place: FormPlace,
  { id, name, state, fields, thanksPath }: FormRow & { readonly state: FormState },
  now: Date,
): Promise<void> {
  await tx
    .update(form)
    .set({ name, state, fields, thanksPath, version: sql`${form.version} + 1`, changedAt: now })
    .where(at(place, id));
}

/** Its submissions stay where they are. */
export async function saveFormDeletion(tx: WriteTx, place: FormPlace, id: FormId, now: Date): Promise<void> {
  await tx.update(form).set({ deletedAt: now }).where(at(place, id));
}
