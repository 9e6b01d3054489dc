import { CODE_BYTES, CODE_PARTS, utf8Bytes, type CodePart } from '@keyholder/domain';
import { useRef, type FormEvent } from 'react';
import { ChangedNote } from '../changed-note.tsx';
import { focusFault } from '../focus-fault.ts';
import { codeWords as words } from '../messages/code.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { TextArea } from '../ui/text-input.tsx';
import { useUnsavedText } from '../unsaved-text.ts';
import type { CodeEditorState } from './use-code-editor.ts';

/** The three parts, saved together and only over what the writer began from. */
export function CodeEditor({ editor }: { editor: CodeEditorState }) {
  const form = useRef<HTMLFormElement>(null);
  const { base, draft, changed, problem, theirs, save } = editor;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!editor.canSave) focusFault(form.current);
    else if (changed && !theirs && !save.isPending) save.mutate({ code: draft, etag: base.etag });
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && submit(event)}
      className="flex min-w-0 flex-col gap-5"
    >
      {editor.restored && (
        <Note tone="info" role="status">
          {words.kept}
        </Note>
      )}
      {theirs && changed && (
        <ChangedNote
          busy={save.isPending}
          onKeepTheirs={editor.keepTheirs}
          onSaveMine={() => save.mutate({ code: draft, etag: theirs.etag })}
        >
          {words.theirs(theirs.version)}
        </ChangedNote>
      )}
      {problem && !theirs && problem.fields.length === 0 && <ProblemNote problem={problem} />}
      {CODE_PARTS.map((part) => (
        <PartField key={part} part={part} editor={editor} />
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <ReasonButton
          type="submit"
          kind="primary"
          reason={changed ? undefined : words.unchanged}
          busy={save.isPending}
          busyLabel={words.saving}
        >
          {words.save}
        </ReasonButton>
        {changed && (
          <Button kind="quiet" onClick={() => !save.isPending && editor.discard()}>
            {words.discard}
          </Button>
        )}
      </div>
    </form>
  );
}

const ROWS = { css: 16, head: 8, body: 8 } as const satisfies Record<CodePart, number>;

/** Tab moves on to the next field, as everywhere: whoever works by keyboard is never caught in a text. */
function PartField({ part, editor }: { part: CodePart; editor: CodeEditorState }) {
  const text = editor.draft[part];
  useUnsavedText(words.unsavedLabel(part), text === editor.base[part] ? null : text);
  return (
    <Field
      label={words.part[part]}
      error={editor.faults[part]}
      help={
        <span className="flex flex-wrap justify-between gap-x-4">
          <span>{words.help[part]}</span>
          <span className="tabular-nums">{words.sizeOf(utf8Bytes(text), CODE_BYTES[part])}</span>
        </span>
      }
    >
      <TextArea
        rows={ROWS[part]}
        value={text}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        className="font-mono text-13 leading-5"
        onChange={(event) => editor.write(part, event.target.value)}
      />
    </Field>
  );
}
