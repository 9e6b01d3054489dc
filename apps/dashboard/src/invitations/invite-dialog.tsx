import { canonicalEmail, type SiteRole } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { inviteWords as words } from '../messages/invitations.ts';
import { roleWords } from '../messages/roles.ts';
import { RoleSelect } from '../role-select.tsx';
import { RoleSummary } from '../role-summary.tsx';
import type { SiteHere } from '../site-here.ts';
import { Button } from '../ui/button.tsx';
import { ChipsInput } from '../ui/chips-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextArea } from '../ui/text-input.tsx';
import { toast } from '../ui/toasts.tsx';
import { suggestionsQuery } from './address-check.ts';
import { AddressLines, isBlocked, type Address } from './address-lines.tsx';
import { useResend } from './invitation-commands.ts';
import type { Invitation } from './invitation-queries.ts';
import { SeatMeter } from './seat-meter.tsx';
import { useAddresses } from './use-addresses.ts';
import { useAssign } from './use-assign.ts';
import { toSite, useSend } from './use-send.ts';

const NOTE_MAX = 500;
const SUGGEST_FROM = 2;

export interface InviteDialogProps {
  site: SiteHere;
  readsTeam: boolean;
  email: string | undefined;
  role: SiteRole | undefined;
  onClose: () => void;
  /** `done`: nothing is left to do here. */
  onInvited: (sent: readonly Invitation[], done: boolean) => void;
}

/** Addresses and one role; each address is sent on its own, and only the refused ones stay. */
export function InviteDialog({ site, readsTeam, email, role: wish, onClose, onInvited }: InviteDialogProps) {
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const list = useAddresses(site, readsTeam, email === undefined ? [] : [email]);
  const [role, setRole] = useState<SiteRole | null>(
    wish !== undefined && site.grantableRoles.includes(wish) ? wish : null,
  );
  const [note, setNote] = useState('');
  const [draft, setDraft] = useState('');
  const [round, setRound] = useState(0);
  const [tried, setTried] = useState(0);
  const send = useSend({ site, account: site.account }, toSite(site));
  const resend = useResend();
  const assign = useAssign(site);
  const suggestions = useQuery({
    ...suggestionsQuery(site, draft.trim()),
    enabled: readsTeam && draft.trim().length >= SUGGEST_FROM,
  }).data;
  const { addresses } = list;
  const sendable = addresses.filter((each) => !isBlocked(each)).length;
  const blocked = addresses.length - sendable;
  const faults = {
    email: sendable > 0 ? undefined : blocked > 0 ? words.emailsWrong(blocked) : words.emailMissing,
    role: role === null ? roleWords.missing : undefined,
    note: note.length > NOTE_MAX ? words.noteLong : undefined,
  };
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tried]);

  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (send.isPending) return;
    // What is typed and not yet a chip counts as well: ⌘↵ comes from inside the field.
    const typed = draft
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map((text) => canonicalEmail(text) ?? text);
    const late = typed.filter((text) => !addresses.some((each) => each.email === text));
    list.write([...addresses.map((each) => each.email), ...late]);
    setDraft('');
    setRound(round + 1);
    const emails = [
      ...addresses.filter((each) => !isBlocked(each)).map((each) => each.email),
      ...late.filter((text) => canonicalEmail(text) !== null),
    ];
    if (emails.length === 0 || role === null || faults.note !== undefined) {
      setTried(tried + 1);
      return;
    }
    send.mutate(
      { emails, role, note: emails.length === 1 ? note.trim() : '' },
      { onSuccess: settle(late.length + addresses.length) },
    );
  };
  const settle =
    (asked: number) =>
    ({ sent, refused }: Awaited<ReturnType<typeof send.mutateAsync>>) => {
      const went = sent.map((each) => each.email);
      list.settle(went, refused);
      if (went.length > 0) {
        toast(words.invited(went));
        onInvited(sent, went.length === asked);
      }
    };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit(event);
  };
  /** Resent or assigned: this address is settled; with the last one the dialog has nothing left to do. */
  const settled = (address: string) => {
    list.drop(address);
    if (addresses.length === 1) onClose();
  };
  const assignNow = (person: NonNullable<NonNullable<Address['facts']>['person']>) => {
    if (role === null) setTried(tried + 1);
    else assign.mutate({ person, role }, { onSuccess: () => settled(person.user.email) });
  };
  const busy =
    (resend.isPending ? resend.variables.email : null) ??
    (assign.isPending ? assign.variables.person.user.email : null);
  return (
    <Dialog
      form
      open
      onClose={onClose}
      locked={send.isPending}
      title={words.title}
      description={words.site(site.name)}
      footer={
        <>
          <span className="mr-auto text-12 text-ink-3 max-md:w-full">{words.hours}</span>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            type="submit"
            form={formId}
            kind="primary"
            busy={send.isPending}
            busyLabel={words.sending(send.done, send.variables?.emails.length ?? 1)}
          >
            {words.send(sendable)}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        noValidate
        onSubmit={submit}
        onKeyDown={keys}
        className="flex flex-col gap-4"
      >
        <Field
          label={words.email}
          error={tried > 0 ? faults.email : undefined}
          help={words.emailHelp}
          required
        >
          <ChipsInput
            key={round}
            chips={addresses.map((each) => ({
              value: each.email,
              tone:
                each.malformed || each.refusal
                  ? 'danger'
                  : isBlocked(each) || each.meant
                    ? 'warn'
                    : undefined,
            }))}
            onChange={list.write}
            onDraft={setDraft}
            suggestions={(suggestions ?? [])
              .filter(({ user }) => !addresses.some((each) => each.email === user.email))
              .map(({ user }) => ({ value: user.email, label: user.name }))}
            placeholder={words.placeholder}
            inputMode="email"
          />
          <AddressLines
            site={site}
            addresses={addresses}
            role={role}
            busy={busy}
            onReplace={list.replace}
            onResend={(invitation) =>
              resend.mutate(invitation, { onSuccess: () => settled(invitation.email) })
            }
            onAssign={assignNow}
          />
        </Field>
        <Field label={roleWords.role} error={tried > 0 ? faults.role : undefined} required>
          <RoleSelect value={role} onChange={setRole} grantable={site.grantableRoles} />
        </Field>
        {role !== null && <RoleSummary key={role} role={role} />}
        {addresses.length <= 1 && (
          <Field label={words.note} mark={words.noteMark} help={words.noteHelp} error={faults.note}>
            <TextArea rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
        )}
        <SeatMeter accountId={site.account.id} />
      </form>
    </Dialog>
  );
}
