import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { auth } from '../api.ts';
import { commonErrorText } from '../messages/common-errors.ts';
import { secondStepWords } from '../messages/second-step.ts';
import { asProblem } from '../problem.ts';

/** What a right password answers when a code is needed as well. */
export interface FirstStep {
  readonly secondFactor?: true;
}

interface SecondStepOptions {
  onDone: () => void;
  /** Too late, or too many wrong codes: the password is asked for again. */
  onOver: () => void;
}

/** The second step of signing in: a code, or a recovery code instead. */
export function useSecondStep({ onDone, onOver }: SecondStepOptions) {
  const [by, setBy] = useState<'code' | 'recoveryCode'>('code');
  const [value, setValue] = useState('');
  const [missing, setMissing] = useState(false);
  const finish = useMutation({
    mutationFn: () =>
      auth(by === 'code' ? 'two-factor/verify' : 'two-factor/recovery', { [by]: value.trim() }),
    onSuccess: onDone,
    onError: (error) => asProblem(error).is('auth.required') && onOver(),
  });
  const problem = finish.error && asProblem(finish.error);
  const empty = by === 'code' ? secondStepWords.codeMissing : secondStepWords.recoveryMissing;
  return {
    by,
    value,
    error: missing
      ? empty
      : (problem?.fields.find(({ field }) => field === by)?.message ??
        (problem ? commonErrorText(problem) : undefined)),
    busy: finish.isPending,
    write: (next: string) => {
      setValue(next);
      setMissing(false);
    },
    swap: () => {
      finish.reset();
      setMissing(false);
      setValue('');
      setBy(by === 'code' ? 'recoveryCode' : 'code');
    },
    submit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      setMissing(value.trim() === '');
      if (value.trim() === '') return event.currentTarget.querySelector<HTMLElement>('input')?.focus();
      if (!finish.isPending) finish.mutate();
    },
  };
}
export type SecondStepForm = ReturnType<typeof useSecondStep>;
