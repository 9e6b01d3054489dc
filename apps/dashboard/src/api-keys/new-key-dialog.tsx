import { KEY_PERMISSIONS, lendable, type KeyPermission } from '@keyholder/domain';
import { useId, useState, type FormEvent } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { apiKeyWords as words } from '../messages/api-keys.ts';
import { asProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { serverNow } from '../ui/clock.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { words as uiWords } from '../ui/words.ts';
import { useCreateKey } from './api-key-queries.ts';
import { expiryOf, SPANS, type Span } from './key-expiry.ts';
import { KeySecret } from './key-secret.tsx';
import { PermissionPicker } from './permission-picker.tsx';

const FIELDS = ['name', 'permissions', 'expiresAt'];

/** A name, what the key may do, and how long; then the key itself, once. Mounted for as long as it is open. */
export function NewKeyDialog({ site, onClose }: { site: AdminSite; onClose: () => void }) {
  const id = useId();
  const create = useCreateKey(site.id);
  const held = lendable(KEY_PERMISSIONS, site.role);
  const [name, setName] = useState('');
  const [picked, setPicked] = useState<readonly KeyPermission[]>([]);
  const [span, setSpan] = useState<Span>('90');
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  // A role that changes under the open form takes along what was chosen by it.
  const chosen = picked.filter((permission) => held.includes(permission));
  const problem = create.error ? asProblem(create.error) : null;
  const said = (field: string) => problem?.fields.find((each) => each.field.startsWith(field))?.message;
  const expiresAt = expiryOf(span, day, serverNow());
  const faults = {
    name: name.trim() === '' ? words.nameMissing : undefined,
    permissions: chosen.length === 0 ? words.chooseMissing : undefined,
    expiresAt: expiresAt === null ? words.dateMissing : undefined,
  };
  const faultOf = (field: keyof typeof faults) => (tried ? faults[field] : undefined) ?? said(field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) {
      const first = faults.name ? 'input' : faults.permissions ? 'input[type=checkbox]' : 'input[type=date]';
      document.getElementById(id)?.querySelector<HTMLElement>(first)?.focus();
    } else if (!create.isPending)
      create.mutate({ name: name.trim(), permissions: chosen, expiresAt: expiresAt ?? undefined });
  };
  if (create.data) return <KeySecret name={create.data.name} secret={create.data.key} onDone={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.add}
      form
      locked={create.isPending}
      footer={
        <>
          <Button onClick={onClose}>{uiWords.cancel}</Button>
          <Button type="submit" form={id} kind="primary" busy={create.isPending} busyLabel={words.creating}>
            {words.create}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {problem && !problem.fields.some(({ field }) => FIELDS.some((each) => field.startsWith(each))) && (
          <ProblemNote problem={problem} />
        )}
        <Field label={words.name} help={words.nameHelp} error={faultOf('name')} required>
          <TextInput value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
        </Field>
        <PermissionPicker held={held} chosen={chosen} error={faultOf('permissions')} onChange={setPicked} />
        <div className="flex flex-wrap items-start gap-3">
          <Field
            label={words.expiry}
            help={words.expiryHelp}
            error={span === 'date' ? undefined : said('expiresAt')}
            className="flex-1 basis-40"
          >
            <Select<Span>
              value={span}
              options={SPANS.map((value) => ({
                value,
                label: value === 'date' ? words.onDate : words.days(Number(value)),
              }))}
              onChange={setSpan}
            />
          </Field>
          {span === 'date' && (
            <Field label={words.date} error={faultOf('expiresAt')} required className="flex-1 basis-40">
              <TextInput type="date" value={day} onChange={(event) => setDay(event.target.value)} />
            </Field>
          )}
        </div>
      </form>
    </Dialog>
  );
}
