import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { TextInput } from './text-input.tsx';
import { words } from './words.ts';

export interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** The question with the names in it. */
  title: string;
  /** What happens and what does not. */
  children: ReactNode;
  /** Repeats the verb of the question. */
  confirm: string;
  cancel?: string | undefined;
  destructive?: boolean | undefined;
  busy?: boolean | undefined;
  busyLabel?: string | undefined;
  /** Must be typed before the verb works. */
  typed?: string | undefined;
  /** Inputs between the text and the buttons. */
  extra?: ReactNode;
}

/** A question; focus starts on Cancel. */
export function ConfirmDialog({
  open,
  onClose,
  onConfirm,
  title,
  children,
  confirm,
  cancel = words.cancel,
  destructive = false,
  busy = false,
  busyLabel,
  typed,
  extra,
}: ConfirmDialogProps) {
  const cancelButton = useRef<HTMLButtonElement>(null);
  const form = useId();
  const [entry, setEntry] = useState('');
  const ready = typed === undefined || entry.trim().toLowerCase() === typed.toLowerCase();
  const close = () => {
    setEntry('');
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onConfirm();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      description={children}
      alert
      locked={busy}
      initialFocus={cancelButton}
      footer={
        <>
          <Button ref={cancelButton} onClick={close}>
            {cancel}
          </Button>
          <Button
            type="submit"
            form={form}
            kind={destructive ? 'danger' : 'primary'}
            unavailable={!ready}
            busy={busy}
            busyLabel={busyLabel}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="contents">
        {extra}
        {typed !== undefined && (
          <Field label={words.typeToConfirm(typed)}>
            <TextInput
              value={entry}
              onChange={(event) => setEntry(event.target.value)}
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
            />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
