import { sessionWords as words } from '../messages/session.ts';
import { SecondStep } from './second-step.tsx';
import { SessionForm } from './session-form.tsx';
import { useSecondStep } from './use-second-step.ts';

/** In place of the sign-in form, once the password was right. */
export function SignInCode(ends: Parameters<typeof useSecondStep>[0]) {
  const step = useSecondStep(ends);
  return (
    <SessionForm title={words.codeTitle} lead={words.codeText} onSubmit={step.submit}>
      <SecondStep step={step} />
    </SessionForm>
  );
}
