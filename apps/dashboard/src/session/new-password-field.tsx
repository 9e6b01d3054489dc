import { PASSWORD_MIN, sessionWords as words } from '../messages/session.ts';
import { Field } from '../ui/field.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import type { TextInputProps } from '../ui/text-input.tsx';

const STRONG_FROM = 16;
const VARIED = 8;

/** In words and by length first: long beats odd. Empty says nothing. */
export function passwordStrength(password: string): keyof typeof words.strength | null {
  const length = [...password].length;
  if (length === 0) return null;
  if (length < PASSWORD_MIN) return 'short';
  return length >= STRONG_FROM && new Set(password).size >= VARIED ? 'strong' : 'fair';
}

/** A password to choose: rule, strength in words, Show. */
export function NewPasswordField({
  label,
  error,
  value,
  input,
}: {
  label: string;
  error?: string | undefined;
  value: string;
  input: Omit<TextInputProps, 'type'>;
}) {
  const strength = passwordStrength(value);
  return (
    <Field
      label={label}
      error={error}
      required
      help={
        <>
          {words.passwordHelp}{' '}
          {strength && <b className="font-semibold whitespace-nowrap">{words.strength[strength]}.</b>}
        </>
      }
    >
      <PasswordInput tall autoComplete="new-password" {...input} />
    </Field>
  );
}
