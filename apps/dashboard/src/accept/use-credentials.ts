import { useState, type FormEvent } from 'react';
import { PASSWORD_MAX, PASSWORD_MIN, sessionWords as words } from '../messages/session.ts';
import type { ApiProblem } from '../problem.ts';
import type { Credentials } from './use-acceptance.ts';

type FieldName = keyof Credentials;
const FIELDS = ['name', 'password'] as const;

/** Name and password with their faults; without a form library, which this page is too light for. */
export function useCredentials(problem: ApiProblem | undefined) {
  const [values, setValues] = useState<Credentials>({ name: '', password: '' });
  const [touched, setTouched] = useState<Partial<Record<FieldName, true>>>({});
  // What the server refused stays refused until it is changed.
  const [sent, setSent] = useState<Credentials | null>(null);
  const faults = faultsOf(values);
  const error = (field: FieldName): string | undefined =>
    (touched[field] && faults[field]) ||
    (sent?.[field] === values[field]
      ? problem?.fields.find((fault) => fault.field === field)?.message
      : undefined);
  const refused = problem?.fields.find(({ field }) => sent?.[field as FieldName] !== undefined);
  return {
    values,
    /** As they are sent. */
    trimmed: { name: values.name.trim(), password: values.password },
    error,
    /** Where the server's refusal is, for the focus; undefined as soon as it is changed or sent again. */
    refusedField:
      refused && error(refused.field as FieldName) === refused.message ? refused.field : undefined,
    input: (name: FieldName) => ({
      name,
      value: values[name],
      onChange: (event: { target: { value: string } }) =>
        setValues({ ...values, [name]: event.target.value }),
      // A field that was only passed through is not wrong yet.
      onBlur: () => values[name] !== '' && setTouched({ ...touched, [name]: true }),
    }),
    submit: (send: (credentials: Credentials) => void) => (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      setTouched({ name: true, password: true });
      const first = FIELDS.find((field) => faults[field] !== undefined);
      if (first !== undefined) return focusField(event.currentTarget, first);
      setSent(values);
      send({ name: values.name.trim(), password: values.password });
    },
  };
}

export type CredentialForm = ReturnType<typeof useCredentials>;

export const focusField = (form: HTMLFormElement | null, name: string): void => {
  const control = form?.elements.namedItem(name);
  if (control instanceof HTMLElement) control.focus();
};

function faultsOf({ name, password }: Credentials): Partial<Record<FieldName, string>> {
  const length = [...password].length;
  return {
    ...(name.trim() === '' ? { name: words.nameMissing } : {}),
    ...(length < PASSWORD_MIN
      ? { password: words.passwordShort }
      : password.length > PASSWORD_MAX
        ? { password: words.passwordLong }
        : {}),
  };
}
