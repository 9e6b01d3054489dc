import type { ContentKind } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { data } from '../api.ts';
import { keys } from '../keys.ts';
import { contentWords as words } from '../messages/content.ts';
import { asProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { words as uiWords } from '../ui/words.ts';
import { areaOf, contentQuery } from './content-queries.ts';

interface NewContentDialogProps {
  site: AdminSite;
  kind: ContentKind;
  open: boolean;
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** A title is enough to begin: the address comes from it, the text is written next. */
export function NewContentDialog({ site, kind, open, onClose, onCreated }: NewContentDialogProps) {
  const id = useId();
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: () => data(areaOf(kind).$post({ param: { site: site.id }, json: { title: title.trim() } })),
    onSuccess: (made) => {
      client.setQueryData(contentQuery(site.id, kind, made.id).queryKey, made);
      void client.invalidateQueries({ queryKey: keys.site(site.id) });
      setTitle('');
      onCreated(made.id);
    },
  });
  const problem = create.error ? asProblem(create.error) : null;
  const fault = problem?.fields.find(({ field }) => field === 'title')?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() === '') document.getElementById(id)?.querySelector('input')?.focus();
    else if (!create.isPending) create.mutate();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.add(kind)}
      form
      footer={
        <>
          <Button onClick={onClose}>{uiWords.cancel}</Button>
          <Button type="submit" form={id} kind="primary" busy={create.isPending} busyLabel={words.creating}>
            {words.create(kind)}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {problem && fault === undefined && <ProblemNote problem={problem} />}
        <Field
          label={words.name}
          error={tried && title.trim() === '' ? words.nameMissing : fault}
          help={words.newHelp}
          required
        >
          <TextInput value={title} autoComplete="off" onChange={(event) => setTitle(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
