import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { applyProblem } from '../form-problem.ts';
import { ssoSettingsWords as words } from '../messages/sso-settings.ts';
import type { ApiProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toasts.tsx';
import { words as uiWords } from '../ui/words.ts';
import { addConnection, refreshConnections, type NewConnection } from './sso-queries.ts';

const FIELDS = ['name', 'issuer', 'clientId', 'clientSecret'] as const;
const needed = (message: string) => ({ validate: (value: string) => value.trim() !== '' || message });

/** A new identity provider; the server asks it at once whether it can be used. */
export function ConnectionDialog({ account, onClose }: { account: string; onClose: () => void }) {
  const client = useQueryClient();
  const formId = useId();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm<NewConnection>({
    defaultValues: { name: '', issuer: '', clientId: '', clientSecret: '' },
  });
  const { errors } = form.formState;
  const add = useMutation({
    mutationFn: (values: NewConnection) => addConnection(account, values),
    onSuccess: async ({ name }) => {
      toast(words.added(name));
      await refreshConnections(client, account);
      onClose();
    },
    onError: (error) => setProblem(applyProblem(error, form.setError, FIELDS)),
  });
  const submit = form.handleSubmit(({ name, issuer, clientId, clientSecret }) => {
    setProblem(null);
    if (add.isPending) return;
    add.mutate({ name: name.trim(), issuer: issuer.trim(), clientId: clientId.trim(), clientSecret });
  });
  // The server's own answer names it too; before there is a connection, the address follows from where this page is.
  const redirectUri = `${location.origin}/api/auth/sso/callback`;
  return (
    <Dialog
      open
      form
      onClose={onClose}
      locked={add.isPending}
      title={words.addTitle}
      description={words.addText}
      footer={
        <>
          <Button onClick={onClose}>{uiWords.cancel}</Button>
          <Button type="submit" form={formId} kind="primary" busy={add.isPending} busyLabel={words.adding}>
            {words.add}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {problem && <ProblemNote problem={problem} />}
        <div className="flex flex-col gap-1">
          <span className="text-13 font-semibold">{words.redirectUri}</span>
          <div className="flex flex-wrap items-center gap-2">
            <code className="min-w-0 font-mono text-13 [overflow-wrap:anywhere]">{redirectUri}</code>
            <CopyButton text={redirectUri} name={words.redirectUri} />
          </div>
        </div>
        <Field label={words.name} help={words.nameHelp} error={errors.name?.message} required>
          <TextInput autoComplete="off" {...form.register('name', needed(words.nameMissing))} />
        </Field>
        <Field label={words.issuer} help={words.issuerHelp} error={errors.issuer?.message} required>
          <TextInput
            type="url"
            autoComplete="off"
            spellCheck={false}
            {...form.register('issuer', needed(words.issuerMissing))}
          />
        </Field>
        <Field label={words.clientId} error={errors.clientId?.message} required>
          <TextInput
            autoComplete="off"
            spellCheck={false}
            {...form.register('clientId', needed(words.clientIdMissing))}
          />
        </Field>
        <Field
          label={words.clientSecret}
          help={words.secretHelp}
          error={errors.clientSecret?.message}
          required
        >
          <PasswordInput autoComplete="off" {...form.register('clientSecret', needed(words.secretMissing))} />
        </Field>
      </form>
    </Dialog>
  );
}
