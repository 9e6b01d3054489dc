import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { TextArea } from './text-input.tsx';

interface ListInputProps {
  label: string;
  help: ReactNode;
  placeholder: string;
  rows: number;
  text: string;
  onText: (text: string) => void;
  /** Why the list cannot be used as it is. */
  error: string | undefined;
  /** Of the button that opens a file, and what is said when one cannot be read. */
  file: string;
  fileWrong: string;
}

/** A list of lines to paste, type, drop or read from a file; what is dropped or read goes behind what is there. */
export function ListInput({
  label,
  help,
  placeholder,
  rows,
  text,
  onText,
  error,
  file,
  fileWrong,
}: ListInputProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [unread, setUnread] = useState(false);
  const read = (chosen: File | undefined) =>
    void chosen?.text().then(
      (content) => {
        setUnread(false);
        onText(text.trim() === '' ? content : `${text.trimEnd()}\n${content}`);
      },
      () => setUnread(true),
    );
  const drop = (event: DragEvent) => {
    const [dropped] = event.dataTransfer.files;
    if (!dropped) return;
    event.preventDefault();
    read(dropped);
  };
  return (
    <div onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <Field label={label} help={help} error={unread ? fileWrong : error} required>
        <TextArea
          rows={rows}
          value={text}
          onChange={(event) => onText(event.target.value)}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          className="font-mono"
        />
      </Field>
      <input
        ref={chooser}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        hidden
        onChange={(event) => {
          read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button size="small" className="mt-2" onClick={() => chooser.current?.click()}>
        {file}
      </Button>
    </div>
  );
}
