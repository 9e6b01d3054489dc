import { useRef, useState, type DragEvent } from 'react';
import { redirectImportWords as words } from '../messages/redirects.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextArea } from '../ui/text-input.tsx';
import type { Import } from './use-import.ts';

/** Paste, type or drop the list. */
export function ImportWrite({ list, tried }: { list: Import; tried: boolean }) {
  const file = useRef<HTMLInputElement>(null);
  const [unread, setUnread] = useState(false);
  const { text, setText, found } = list;
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
  const error = unread ? words.fileWrong : tried && found === 0 ? words.missing : undefined;
  return (
    <div onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <Field label={words.list} help={words.listHelp} error={error} required>
        <TextArea
          rows={12}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={words.placeholder}
          spellCheck={false}
          autoComplete="off"
          className="font-mono text-13"
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
  );
}
