import { useState, type FormEvent } from 'react';
import { securityWords as words } from '../messages/security.ts';
import { secondStepWords } from '../messages/second-step.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { CodeField } from '../session/code-field.tsx';
import { Button } from '../ui/button.tsx';
import { FocusedText } from './focused-text.tsx';

interface CodeStepProps {
  text: string;
  verb: string;
  busy: boolean;
  problem: unknown;
  onCancel: () => void;
  onCode: (code: string) => void;
}
/** The last step: a code proves that the app was set up. */
export function CodeStep({ text, verb, busy, problem, onCancel, onCode }: CodeStepProps) {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const fault = problem ? asProblem(problem).fields.find(({ field }) => field === 'code') : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(code.trim() === '');
    if (code.trim() === '') return event.currentTarget.querySelector<HTMLElement>('input')?.focus();
    if (!busy) onCode(code);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FocusedText>{text}</FocusedText>
      {problem && !fault ? <ProblemNote problem={problem} /> : null}
      <div role={fault ? 'alert' : undefined}>
        <CodeField
          by="code"
          value={code}
          onChange={(next) => {
            setCode(next);
            setMissing(false);
          }}
          error={missing ? secondStepWords.codeMissing : fault?.message}
          tall
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button type="submit" kind="primary" busy={busy} busyLabel={words.working}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
