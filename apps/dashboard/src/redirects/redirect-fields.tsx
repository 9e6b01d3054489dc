import { canonicalPath, canonicalTarget, REDIRECT_STATUSES } from '@keyholder/domain';
import { useState } from 'react';
import { redirectWords as words } from '../messages/redirects.ts';
import type { ApiProblem } from '../problem.ts';
import { Field } from '../ui/field.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { RedirectDraft } from './redirect-queries.ts';

export const isComplete = ({ path, target }: RedirectDraft): boolean =>
  canonicalPath(path.trim()) !== null && canonicalTarget(target.trim()) !== null;

interface RedirectFieldsProps {
  domain: string;
  draft: RedirectDraft;
  onWrite: (change: Partial<RedirectDraft>) => void;
  /** Somebody tried to save: everything that is wrong says so. */
  tried: boolean;
  problem: ApiProblem | null;
}

/** Path, target and kind; each of the two addresses is judged when it is left. */
export function RedirectFields({ domain, draft, onWrite, tried, problem }: RedirectFieldsProps) {
  const [left, setLeft] = useState({ path: false, target: false });
  const said = (name: string) => problem?.fields.find(({ field }) => field === name)?.message;
  const leave = (name: keyof typeof left) =>
    draft[name].trim() !== '' && setLeft((before) => ({ ...before, [name]: true }));
  const fault = {
    path: (tried || left.path) && canonicalPath(draft.path.trim()) === null ? words.pathWrong : said('path'),
    target:
      (tried || left.target) && canonicalTarget(draft.target.trim()) === null
        ? words.targetWrong
        : said('target'),
  };
  const input = (name: keyof typeof left) => ({
    value: draft[name],
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    className: 'font-mono',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onWrite({ [name]: event.target.value }),
    onBlur: () => leave(name),
  });
  return (
    <>
      <Field label={words.path} help={words.pathHelp(domain)} error={fault.path} required>
        <TextInput {...input('path')} />
      </Field>
      <Field label={words.target} help={words.targetHelp} error={fault.target} required>
        <TextInput {...input('target')} />
      </Field>
      <RadioGroup
        label={words.kind}
        help={words.kindHelp[draft.status]}
        value={String(draft.status)}
        options={REDIRECT_STATUSES.map((status) => ({
          value: String(status),
          label: words.kindOf[status],
        }))}
        onChange={(chosen) =>
          onWrite({ status: REDIRECT_STATUSES.find((status) => String(status) === chosen) ?? draft.status })
        }
      />
    </>
  );
}
