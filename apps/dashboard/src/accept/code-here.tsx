import { secondStepWords } from '../messages/second-step.ts';
import { SecondStep } from '../session/second-step.tsx';
import { useSecondStep } from '../session/use-second-step.ts';
import { Panel } from '../ui/panel.tsx';

/** The second step of signing in to accept: the invitation stays where it is. */
export function CodeHere(ends: Parameters<typeof useSecondStep>[0]) {
  const step = useSecondStep(ends);
  return (
    <Panel>
      <form noValidate onSubmit={step.submit} className="flex flex-col gap-4 p-5">
        <p className="text-ink-2">{secondStepWords.codeText}</p>
        <SecondStep step={step} />
      </form>
    </Panel>
  );
}
