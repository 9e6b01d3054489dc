import {
  ACCOUNT_ROLE_LABELS,
  ACCOUNT_ROLE_WORDS,
  canonicalEmail,
  type GrantableAccountRole,
} from '@keyholder/domain';
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { inviteUserWords as words } from '../messages/account-invitations.ts';
import { inviteWords } from '../messages/invitations.ts';
import { roleWords } from '../messages/roles.ts';
import type { ApiProblem } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { ChipsInput } from '../ui/chips-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toasts.tsx';
import { ACCOUNT_ROLE_OPTIONS as ROLES } from './account-role-options.ts';
import { useResend } from './invitation-commands.ts';
import type { Invitation } from './invitation-queries.ts';
import { SeatMeter } from './seat-meter.tsx';
import { toAccount, useSend } from './use-send.ts';
import { UserLines } from './user-lines.tsx';

const tidy = (text: string): string => canonicalEmail(text) ?? text;

export interface InviteUserDialogProps {
  account: { readonly id: string; readonly slug: string; readonly name: string };
  onClose: () => void;
  /** `done`: nothing is left to do here. */
  onInvited: (sent: readonly Invitation[], done: boolean) => void;
}

/** Colleagues for the account itself, for 7 days; each address is sent on its own, and the refused ones stay. */
export function InviteUserDialog({ account, onClose, onInvited }: InviteUserDialogProps) {
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [emails, setEmails] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<ReadonlyMap<string, ApiProblem>>(new Map());
  const [role, setRole] = useState<GrantableAccountRole | null>(null);
  const [draft, setDraft] = useState('');
  const [round, setRound] = useState(0);
  const [tried, setTried] = useState(0);
  const send = useSend({ account }, toAccount(account));
  const resend = useResend();
  const isAddress = (text: string) => canonicalEmail(text) !== null;
  const sendable = emails.filter(isAddress);
  const wrong = emails.length - sendable.length;
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tried]);

  const write = (next: readonly string[]) => setEmails([...new Set(next.map(tidy))]);
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (send.isPending) return;
    // What is typed and not yet a chip counts as well: ⌘↵ comes from inside the field.
    const all = [
      ...new Set([
        ...emails,
        ...draft
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map(tidy),
      ]),
    ];
    const good = all.filter(isAddress);
    setEmails(all);
    setDraft('');
    setRound(round + 1);
    if (good.length === 0 || role === null) return setTried(tried + 1);
    send.mutate(
      { emails: good, role, note: '' },
      {
        onSuccess: ({ sent, refused: not }) => {
          const went = sent.map(({ email }) => email);
          setRefused(not);
          setEmails((old) => old.filter((email) => !went.includes(email)));
          if (went.length === 0) return;
          toast(inviteWords.invited(went));
          onInvited(sent, went.length === all.length);
        },
      },
    );
  };
  const sendAgain = (invitation: Invitation) =>
    resend.mutate(invitation, {
      onSuccess: () => {
        setEmails((old) => old.filter((email) => email !== invitation.email));
        if (emails.length === 1) onClose();
      },
    });
  const missing =
    sendable.length > 0 ? undefined : wrong > 0 ? inviteWords.emailsWrong(wrong) : inviteWords.emailMissing;
  const held = role === null ? null : ACCOUNT_ROLE_WORDS[role];
  return (
    <Dialog
      form
      open
      onClose={onClose}
      locked={send.isPending}
      title={words.title}
      description={words.account(account.name)}
      footer={
        <>
          <span className="mr-auto text-12 text-ink-3 max-md:w-full">{words.days}</span>
          <Button onClick={onClose}>{inviteWords.cancel}</Button>
          <Button
            type="submit"
            form={formId}
            kind="primary"
            busy={send.isPending}
            busyLabel={inviteWords.sending(send.done, send.variables?.emails.length ?? 1)}
          >
            {inviteWords.send(sendable.length)}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && submit(event)}
        className="flex flex-col gap-4"
      >
        <Field
          label={inviteWords.email}
          error={tried > 0 ? missing : undefined}
          help={inviteWords.emailHelp}
          required
        >
          <ChipsInput
            key={round}
            chips={emails.map((value) => ({
              value,
              tone: isAddress(value) && !refused.has(value) ? undefined : 'danger',
            }))}
            onChange={write}
            onDraft={setDraft}
            placeholder={inviteWords.placeholder}
            inputMode="email"
          />
          <UserLines
            {...{ account, emails, refused, role }}
            busy={resend.isPending ? resend.variables.email : null}
            onReplace={(email, by) => write(emails.map((each) => (each === email ? by : each)))}
            onResend={sendAgain}
          />
        </Field>
        <Field
          label={words.role}
          error={tried > 0 && role === null ? roleWords.missing : undefined}
          help={words.help}
          required
        >
          <Select value={role} onChange={setRole} placeholder={roleWords.choose} options={ROLES} />
        </Field>
        {held && role && (
          <p className="rounded-2 bg-sunken px-3 py-2.5 text-13">
            {words.can(ACCOUNT_ROLE_LABELS[role], held.can, held.cannot)}
          </p>
        )}
        <SeatMeter accountId={account.id} />
      </form>
    </Dialog>
  );
}
