import { secondStepWords } from '../messages/second-step.ts';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';

interface CodeFieldProps {
  by: 'code' | 'recoveryCode';
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  tall?: boolean | undefined;
  autoFocus?: boolean | undefined;
}
/** Six digits of an app, or a recovery code. Phones offer the code that they know; pasting with spaces is fine. */
export function CodeField({ by, value, onChange, error, tall, autoFocus }: CodeFieldProps) {
  const code = by === 'code';
  return (
    <Field
      label={code ? secondStepWords.code : secondStepWords.recoveryCode}
      help={code ? secondStepWords.codeHelp : secondStepWords.recoveryHelp}
      error={error}
      required
    >
      <TextInput
        // Another element for another kind of code: its keyboard and what it offers differ.
        key={by}
        name={by}
        tall={tall}
        autoFocus={autoFocus}
        inputMode={code ? 'numeric' : 'text'}
        autoComplete={code ? 'one-time-code' : 'off'}
        autoCapitalize="off"
        spellCheck={false}
        className="font-mono tracking-[0.1em]"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
