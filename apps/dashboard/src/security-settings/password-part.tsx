import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { applyProblem } from '../form-problem.ts';
import { securityWords as words } from '../messages/security.ts';
import { sessionWords } from '../messages/session.ts';
import { ProblemNote } from '../problem-panel.tsx';
import type { ApiProblem } from '../problem.ts';
import { newPasswordRule } from '../session/fields.ts';
import { useMe } from '../session/me.ts';
import { NewPasswordField } from '../session/new-password-field.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Panel, Section } from '../ui/panel.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { toast } from '../ui/toasts.tsx';
import { changePassword, refreshSecurity } from './security-queries.ts';

export function PasswordPart({ has }: { has: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <Section title={words.password}>
      <Panel className="flex flex-wrap items-center gap-3 p-5">
        <p className="min-w-0 flex-1 basis-60 text-ink-2">{has ? words.passwordText : words.noPassword}</p>
        {has && <Button onClick={() => setOpen(true)}>{words.changePassword}</Button>}
      </Panel>
      {open && <PasswordDialog onClose={() => setOpen(false)} />}
    </Section>
  );
}

const FIELDS = ['currentPassword', 'newPassword'] as const;

function PasswordDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const { user } = useMe();
  const [rest, setRest] = useState<ApiProblem | null>(null);
  // Not when a field is left: a fault that appears between pressing Cancel and letting go would move it away.
  const form = useForm({ defaultValues: { currentPassword: '', newPassword: '' } });
  const { errors } = form.formState;
  const save = useMutation({
    mutationFn: (typed: { currentPassword: string; newPassword: string }) =>
      changePassword(typed.currentPassword, typed.newPassword),
    onSuccess: async () => {
      onClose();
      toast(words.passwordChanged);
      await refreshSecurity(client);
    },
    onError: (error) => setRest(applyProblem(error, form.setError, FIELDS)),
  });
  const submit = form.handleSubmit((typed) => {
    setRest(null);
    if (!save.isPending) save.mutate(typed);
  });
  return (
    <Dialog open onClose={onClose} title={words.changePassword} description={words.passwordHelp} form>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {rest && <ProblemNote problem={rest} />}
        <input type="hidden" name="username" autoComplete="username" value={user.email} readOnly />
        <Field label={words.currentPassword} error={errors.currentPassword?.message} required>
          <PasswordInput
            tall
            autoComplete="current-password"
            {...form.register('currentPassword', { required: sessionWords.passwordMissing })}
          />
        </Field>
        <NewPasswordField
          label={words.newPassword}
          error={errors.newPassword?.message}
          value={form.watch('newPassword')}
          input={form.register('newPassword', newPasswordRule)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" kind="primary" busy={save.isPending} busyLabel={words.saving}>
            {words.savePassword}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
