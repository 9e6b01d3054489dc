import type { FormState as State } from '@keyholder/domain';
import { formWords as words } from '../messages/forms.ts';
import { StatusPill } from '../ui/status-pill.tsx';

export const FormState = ({ state }: { state: State }) => (
  <StatusPill tone={state === 'open' ? 'ok' : 'neutral'}>{words.stateOf[state]}</StatusPill>
);
