import type { IdempotentRequest } from '@keyholder/db';
import { HONEYPOT_KEY, fail, judgeAnswers } from '@keyholder/domain';
import type { AnswerFault } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import { findForm, saveSubmission } from './submission-repository.ts';

const MESSAGES: Record<AnswerFault, string> = {
  'answer.not_asked': 'This form does not ask for this.',
  'answer.missing': 'Please fill this in.',
  'answer.too_long': 'This is too long.',
  'answer.not_text': 'Write plain text.',
  'answer.no_email': 'Write one e-mail address, like name@example.com.',
  'answer.no_option': 'Choose one of the options.',
  'answer.no_tick': 'Tick the box or leave it.',
};

/** What came in and where from; `idempotencyOf` names the request when it carries a key. */
export interface Sent {
  readonly siteId: string;
  readonly formId: string;
  readonly values: ReadonlyMap<string, unknown>;
  readonly clientAddress: string;
  readonly idempotencyOf: (principal: string) => IdempotentRequest | undefined;
}

/**
 * Takes in what a visitor sent to a form and answers where a plain HTML form leads them. What fills in the hidden field
 * is a program: it is told the same, and nothing is kept. Closed → `form.closed`; unknown form or site → `not_found`.
 */
export async function receiveSubmission(
  deps: Pick<Deps, 'read' | 'intake'> & { readonly limits: Pick<Deps['limits'], 'take'> },
  { siteId, formId, values, clientAddress, idempotencyOf }: Sent,
): Promise<string> {
  const found = (await deps.read((db) => findForm(db, siteId, formId))) ?? fail('not_found');
  // Only for forms that exist: what a stranger makes up must not fill the table of counters.
  await deps.limits.take('submission.network', `${clientAddress} ${found.id}`);
  await deps.limits.take('submission', found.id);
  const trap = values.get(HONEYPOT_KEY) ?? '';
  return deps.intake(idempotencyOf(`form:${found.id}`), async (tx, { now }) => {
    const form = (await findForm(tx, siteId, formId)) ?? fail('not_found');
    if (form.state !== 'open') return fail('form.closed');
    const thanks = `https://${form.domain}${form.thanksPath}`;
    if (trap !== '') return thanks;
    const judged = judgeAnswers(form.fields, new Map([...values].filter(([key]) => key !== HONEYPOT_KEY)));
    if (!judged.fits) {
      const faults = judged.faults.map(({ path, fault }) => [path, MESSAGES[fault]] as const);
      return fail('validation.failed', { fields: Object.fromEntries(faults) });
    }
    await saveSubmission(tx, form, judged.answers, now);
    return thanks;
  });
}
