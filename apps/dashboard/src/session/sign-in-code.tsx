import { secondStepWords } from '../messages/second-step.ts';
import { SecondStep } from './second-step.tsx';
import { SessionForm } from './session-form.tsx';
import { useSecondStep } from './use-second-step.ts';

/** In place of the sign-in form, once the password was right. */
export function SignInCode(ends: Parameters<typeof useSecondStep>[0]) {
  const step = useSecondStep(ends);
  return (
    <SessionForm title={secondStepWords.codeTitle} lead={secondStepWords.codeText} onSubmit={step.submit}>
      <SecondStep step={step} />
    </SessionForm>
  );
}
