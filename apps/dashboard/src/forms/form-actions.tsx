import { useState } from 'react';
import { formWords as words } from '../messages/forms.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import type { Form } from './form-queries.ts';
import type { FormBuilderState } from './use-form-builder.ts';

/** Save or throw away; for a saved form also close or open it, and delete it. */
export function FormActions({ builder, onRemoved }: { builder: FormBuilderState; onRemoved: () => void }) {
  const { base, changed, save, busy } = builder;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ReasonButton
        type="submit"
        kind="primary"
        reason={base === null || changed ? undefined : words.unchanged}
        busy={save.isPending}
        busyLabel={words.saving}
      >
        {base ? words.save : words.create}
      </ReasonButton>
      {changed && (
        <Button kind="quiet" onClick={() => !busy && builder.discard()}>
          {words.discard}
        </Button>
      )}
      {base && <StateAndDelete form={base} builder={builder} onRemoved={onRemoved} />}
    </div>
  );
}

interface StateAndDeleteProps {
  form: Form;
  builder: FormBuilderState;
  onRemoved: () => void;
}
function StateAndDelete({ form, builder, onRemoved }: StateAndDeleteProps) {
  const [asked, setAsked] = useState(false);
  const { changed, setState, remove, busy } = builder;
  const isOpen = form.state === 'open';
  return (
    <>
      <ReasonButton
        reason={changed ? words.saveFirst : undefined}
        busy={setState.isPending}
        busyLabel={isOpen ? words.closing : words.opening}
        onClick={() => !busy && setState.mutate({ form, state: isOpen ? 'closed' : 'open' })}
      >
        {isOpen ? words.close : words.open}
      </ReasonButton>
      <span className="flex-1" />
      <ReasonButton
        kind="danger-quiet"
        reason={changed ? words.saveFirst : undefined}
        onClick={() => setAsked(true)}
      >
        {words.remove}
      </ReasonButton>
      <ConfirmDialog
        open={asked}
        destructive
        title={words.removeQuestion(form.name)}
        confirm={words.remove}
        busy={remove.isPending}
        busyLabel={words.removing}
        onClose={() => setAsked(false)}
        onConfirm={() => remove.mutate(form, { onSuccess: onRemoved, onSettled: () => setAsked(false) })}
      >
        {words.removeText(form.submissions)}
      </ConfirmDialog>
    </>
  );
}
