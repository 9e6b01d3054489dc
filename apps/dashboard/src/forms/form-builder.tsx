import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { ChangedNote } from '../changed-note.tsx';
import { focusFault } from '../focus-fault.ts';
import { formWords as words } from '../messages/forms.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { FieldList } from './field-list.tsx';
import { FormActions } from './form-actions.tsx';
import { fieldsOf } from './form-draft.ts';
import { FormEmbed } from './form-embed.tsx';
import { FormPreview } from './form-preview.tsx';
import type { Form } from './form-queries.ts';
import { useFormBuilder } from './use-form-builder.ts';

interface FormBuilderProps {
  site: AdminSite;
  /** Null for a new one. */
  saved: Form | null;
  onSaved: (form: Form) => void;
  onRemoved: () => void;
  header: ReactNode;
}

/** Name, questions and what follows sending, with a preview beside them. */
export function FormBuilder({ site, saved, onSaved, onRemoved, header }: FormBuilderProps) {
  const builder = useFormBuilder(site.id, saved);
  const { base, draft, changed, problem, theirs, tried, faults, said, save } = builder;
  const form = useRef<HTMLFormElement>(null);
  const [left, setLeft] = useState({ name: false, thanksPath: false });
  const error = (part: keyof typeof left) =>
    (tried || left[part] ? faults.get(part) : undefined) ?? said.get(part);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!builder.attempt()) focusFault(form.current);
    else if ((base === null || changed) && !theirs && !builder.busy)
      save.mutate(base?.etag ?? null, { onSuccess: onSaved, onError: () => focusFault(form.current) });
  };
  const input = (part: keyof typeof left) => ({
    value: draft[part],
    autoComplete: 'off',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      builder.write({ ...draft, [part]: event.target.value }),
    onBlur: () => draft[part].trim() !== '' && setLeft({ ...left, [part]: true }),
  });
  return (
    <>
      {header}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <form
          ref={form}
          noValidate
          onSubmit={submit}
          onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && submit(event)}
          className="flex min-w-0 flex-col gap-5"
        >
          {builder.restored && (
            <Note tone="info" role="status">
              {words.kept}
            </Note>
          )}
          {theirs && (
            <ChangedNote busy={builder.busy} onKeepTheirs={builder.keepTheirs} onSaveMine={builder.saveMine}>
              {words.theirs(theirs.name, theirs.fields.length)}
            </ChangedNote>
          )}
          {problem && !theirs && problem.fields.length === 0 && <ProblemNote problem={problem} />}
          <Field label={words.name} help={words.nameHelp} error={error('name')} required>
            <TextInput {...input('name')} />
          </Field>
          <FieldList builder={builder} />
          <Field label={words.thanksPath} help={words.thanksHelp(site.domain)} error={error('thanksPath')}>
            <TextInput
              {...input('thanksPath')}
              spellCheck={false}
              autoCapitalize="off"
              className="font-mono"
            />
          </Field>
          <FormActions builder={builder} onRemoved={onRemoved} />
        </form>
        <div className="flex min-w-0 flex-col gap-6">
          <FormPreview fields={fieldsOf(draft)} />
          {base && <FormEmbed form={base} />}
        </div>
      </div>
    </>
  );
}
