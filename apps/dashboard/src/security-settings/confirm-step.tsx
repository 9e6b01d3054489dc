import { useState, type FormEvent } from 'react';
import { securityWords as words } from '../messages/security.ts';
import { sessionWords } from '../messages/session.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { useMe } from '../session/me.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { PasswordInput } from '../ui/password-input.tsx';

interface ConfirmStepProps {
  hasPassword: boolean;
  busy: boolean;
  problem: unknown;
  onCancel: () => void;
  onConfirm: (password: string | undefined) => void;
}
/** The password before anything changes; without one the server asks for a fresh sign-in by itself. */
export function ConfirmStep({ hasPassword, busy, problem, onCancel, onConfirm }: ConfirmStepProps) {
  const { user } = useMe();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const fault = problem ? asProblem(problem).fields.find(({ field }) => field === 'password') : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(hasPassword && password === '');
    if (busy) return;
    if (!hasPassword) return onConfirm(undefined);
    if (password !== '') return onConfirm(password);
    event.currentTarget.querySelector<HTMLElement>('[name=password]')?.focus();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {problem && !fault ? <ProblemNote problem={problem} /> : null}
      {hasPassword ? (
        <>
          <input type="hidden" name="username" autoComplete="username" value={user.email} readOnly />
          <div role={fault ? 'alert' : undefined}>
            <Field
              label={words.password}
              error={missing ? sessionWords.passwordMissing : fault?.message}
              required
            >
              <PasswordInput
                tall
                name="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => {
                  setPassword(event.target.value);
                  setMissing(false);
                }}
              />
            </Field>
          </div>
        </>
      ) : (
        <p className="text-ink-2">{words.noPassword}</p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button type="submit" kind="primary" busy={busy} busyLabel={words.working}>
          {words.continue}
        </Button>
      </div>
    </form>
  );
}
