import { useRef, useState, type DragEvent } from 'react';
import { SITE_ROLES } from '@keyholder/domain';
import { inviteManyWords as words } from '../messages/invite-many.ts';
import { RoleSelect } from '../role-select.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-input.tsx';
import type { Site } from './understand.ts';
import type { List } from './use-list.ts';

/** Paste, type or drop the list; what its lines do not say is chosen once for all of them. */
export function WriteStep({ list, sites, tried }: { list: List; sites: readonly Site[]; tried: boolean }) {
  const file = useRef<HTMLInputElement>(null);
  const [unread, setUnread] = useState(false);
  const { text, setText, defaults, setDefaults, found } = list;
  const read = (chosen: File | undefined) =>
    void chosen?.text().then(
      (content) => {
        setUnread(false);
        setText(text.trim() === '' ? content : `${text.trimEnd()}\n${content}`);
      },
      () => setUnread(true),
    );
  const drop = (event: DragEvent) => {
    const [dropped] = event.dataTransfer.files;
    if (!dropped) return;
    event.preventDefault();
    read(dropped);
  };
  const error = unread ? words.fileWrong : tried && found === 0 ? words.listMissing : undefined;
  return (
    <>
      <div onDrop={drop} onDragOver={(event) => event.preventDefault()}>
        <Field label={words.list} help={words.listHelp} error={error} required>
          <TextArea
            rows={10}
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={words.placeholder}
            spellCheck={false}
            autoComplete="off"
            className="font-mono"
          />
        </Field>
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          hidden
          onChange={(event) => {
            read(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button size="small" className="mt-2" onClick={() => file.current?.click()}>
          {words.file}
        </Button>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words.site}>
          <Select
            value={defaults.site}
            onChange={(site) => setDefaults({ ...defaults, site })}
            placeholder={words.chooseSite}
            options={sites.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label={words.role}>
          <RoleSelect
            value={defaults.role}
            onChange={(role) => setDefaults({ ...defaults, role })}
            grantable={SITE_ROLES}
          />
        </Field>
      </div>
    </>
  );
}
