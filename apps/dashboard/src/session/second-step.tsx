import { secondStepWords } from '../messages/second-step.ts';
import { sessionWords as words } from '../messages/session.ts';
import { Button } from '../ui/button.tsx';
import { CodeField } from './code-field.tsx';
import type { SecondStepForm } from './use-second-step.ts';

/** The fields of the second step, for a form that stands alone. */
export function SecondStep({ step }: { step: SecondStepForm }) {
  return (
    <>
      <div role={step.error ? 'alert' : undefined}>
        <CodeField by={step.by} value={step.value} onChange={step.write} error={step.error} tall autoFocus />
      </div>
      <Button type="submit" kind="primary" size="large" wide busy={step.busy} busyLabel={words.working}>
        {words.signIn}
      </Button>
      <Button kind="quiet" onClick={step.swap}>
        {step.by === 'code' ? secondStepWords.useRecovery : secondStepWords.useCode}
      </Button>
    </>
  );
}
