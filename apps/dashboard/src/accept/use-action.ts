import { useState } from 'react';
import { asProblem, type ApiProblem } from '../problem.ts';

interface ActionState<Out> {
  busy: boolean;
  done?: Out;
  problem?: ApiProblem;
}
/** One call behind one button: a second press while it works does nothing, a new one forgets the last refusal. */
export function useAction<In, Out>(
  call: (input: In) => Promise<Out>,
  then: { done?: (result: Out) => unknown; refused?: (problem: ApiProblem) => unknown } = {},
) {
  const [state, setState] = useState<ActionState<Out>>({ busy: false });
  const run = async (input: In): Promise<void> => {
    if (state.busy) return;
    setState({ busy: true });
    try {
      const done = await call(input);
      await then.done?.(done);
      setState({ busy: false, done });
    } catch (error) {
      const problem = asProblem(error);
      setState({ busy: false, problem });
      await then.refused?.(problem);
    }
  };
  return { ...state, run: (input: In) => void run(input) };
}

/** Whether a refusal is about the link itself, so that the page must look it up again. */
export const isAboutLink = (problem: ApiProblem): boolean => problem.code.startsWith('invitation.');
