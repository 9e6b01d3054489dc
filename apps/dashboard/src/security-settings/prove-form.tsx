import { useState, type FormEvent } from 'react';
import { securityWords as words } from '../messages/security.ts';
import { secondStepWords } from '../messages/second-step.ts';
import { sessionWords } from '../messages/session.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { CodeField } from '../session/code-field.tsx';
import { useMe } from '../session/me.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { PasswordInput } from '../ui/password-input.tsx';

type Kind = 'code' | 'recoveryCode';

interface ProveFormProps {
  hasPassword: boolean;
  /** Whether a recovery code does as well. */
  recovery?: boolean;
  verb: string;
  destructive?: boolean;
  busy: boolean;
  problem: unknown;
  onCancel: () => void;
  onProve: (password: string | undefined, by: Kind, code: string) => void;
}
/** All that signing in takes, for what changes how one signs in. */
export function ProveForm(props: ProveFormProps) {
  const {
    hasPassword,
    recovery = false,
    verb,
    destructive = false,
    busy,
    problem,
    onCancel,
    onProve,
  } = props;
  const { user } = useMe();
  const [password, setPassword] = useState('');
  const [by, setBy] = useState<Kind>('code');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const fields = problem ? asProblem(problem).fields : [];
  const said = (field: string) => fields.find((fault) => fault.field === field)?.message;
  const noPassword = hasPassword && password === '' ? sessionWords.passwordMissing : undefined;
  const empty = by === 'code' ? secondStepWords.codeMissing : secondStepWords.recoveryMissing;
  const noCode = code.trim() === '' ? empty : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const first = noPassword ? 'password' : noCode ? by : null;
    if (first !== null) return event.currentTarget.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
    if (!busy) onProve(hasPassword ? password : undefined, by, code.trim());
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {problem && fields.length === 0 ? <ProblemNote problem={problem} /> : null}
      {hasPassword && (
        <>
          <input type="hidden" name="username" autoComplete="username" value={user.email} readOnly />
          <Field label={words.password} error={(tried && noPassword) || said('password')} required>
            <PasswordInput
              tall
              name="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
        </>
      )}
      <CodeField by={by} value={code} onChange={setCode} error={(tried && noCode) || said(by)} tall />
      {recovery && (
        <Button
          kind="link"
          className="self-start"
          onClick={() => {
            setBy(by === 'code' ? 'recoveryCode' : 'code');
            setCode('');
          }}
        >
          {by === 'code' ? secondStepWords.useRecovery : secondStepWords.useCode}
        </Button>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button type="submit" kind={destructive ? 'danger' : 'primary'} busy={busy} busyLabel={words.working}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
