import { useEffect, useRef, type ReactNode } from 'react';
import { acceptWords as words } from '../messages/accept.ts';
import { sessionWords } from '../messages/session.ts';
import { NewPasswordField } from '../session/new-password-field.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { AcceptButton } from './accept-button.tsx';
import type { Credentials } from './use-acceptance.ts';
import { focusField, type CredentialForm } from './use-credentials.ts';

/** Name and password of somebody whom nobody knows yet; the address is the invited one. */
export function NewPersonForm({
  email,
  place,
  credentials: { values, error, input, submit, refusedField },
  busy,
  refused,
  onAccept,
}: {
  email: string;
  place: string;
  credentials: CredentialForm;
  busy: boolean;
  refused: ReactNode;
  onAccept: (credentials: Credentials) => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusedField !== undefined) focusField(form.current, refusedField);
  }, [refusedField]);
  return (
    <Panel>
      <form ref={form} noValidate onSubmit={submit(onAccept)} className="flex flex-col gap-4 p-5">
        <h2 className="text-16 font-semibold">{words.formTitle}</h2>
        {refused}
        <Field label={sessionWords.name} error={error('name')} required>
          <TextInput tall autoComplete="name" {...input('name')} />
        </Field>
        <Field label={sessionWords.email}>
          <TextInput tall type="email" name="email" autoComplete="username" readOnly value={email} />
        </Field>
        <NewPasswordField
          label={sessionWords.password}
          error={error('password')}
          value={values.password}
          input={input('password')}
        />
        <AcceptButton place={place} busy={busy} />
      </form>
    </Panel>
  );
}
