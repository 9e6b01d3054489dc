import { useState, type FormEvent } from 'react';
import { api, data } from '../api.ts';
import { acceptWords as words } from '../messages/accept.ts';
import { commonErrorText } from '../messages/common-errors.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { FocusedHeading } from '../ui/page-header.tsx';
import { TextArea } from '../ui/text-input.tsx';
import { placeOf, type CaseProps } from './use-lookup.ts';
import { dropToken } from './kept-token.ts';
import { isAboutLink, useAction } from './use-action.ts';

const REASON_MAX = 500;

/** Saying no is final, so it asks once, for a reason if there is one. */
export function DeclineForm({
  link,
  token,
  onStale,
  onBack,
  onDeclined,
}: CaseProps & { onBack: () => void; onDeclined: () => void }) {
  const [reason, setReason] = useState('');
  const decline = useAction(
    () => data(api.v1.invitations.decline.$post({ json: { token, reason: reason.trim() } })),
    {
      done: () => {
        dropToken();
        onDeclined();
      },
      refused: (refusal) => isAboutLink(refusal) && onStale(),
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decline.run(undefined);
  };
  const { problem } = decline;
  const fault = problem?.fields.find(({ field }) => field === 'reason')?.message;
  return (
    <>
      <FocusedHeading>{words.declineTitle(placeOf(link))}</FocusedHeading>
      <p className="mt-2 text-ink-2">{words.declineText(link.invitedBy.name)}</p>
      <form noValidate onSubmit={submit} className="mt-5 flex flex-col gap-4">
        <Field label={words.reason} mark={words.optional} error={fault}>
          <TextArea
            maxLength={REASON_MAX}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {problem && !fault && (
          <Note tone="danger" role="alert">
            {commonErrorText(problem)}
          </Note>
        )}
        <div className="flex flex-wrap gap-2">
          <Button onClick={onBack}>{words.back}</Button>
          <Button type="submit" kind="danger" busy={decline.busy} busyLabel={words.declining}>
            {words.decline}
          </Button>
        </div>
      </form>
    </>
  );
}

export const DeclineLine = ({ by, onDecline }: { by: string; onDecline: () => void }) => (
  <p className="mt-4 text-13 text-ink-3">
    {words.declineBefore}
    <button type="button" className="text-ink underline underline-offset-3" onClick={onDecline}>
      {words.decline}
    </button>
    {words.declineAfter(by)}
  </p>
);
