import { changedParts } from '@keyholder/domain';
import { ChangedNote } from '../changed-note.tsx';
import { codeWords as words } from '../messages/code.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { Time } from '../ui/time.tsx';
import type { Code } from './code-queries.ts';
import { CodeText } from './code-text.tsx';
import type { CodeEditorState } from './use-code-editor.ts';

interface CodeVersionViewProps {
  old: Code;
  editor: CodeEditorState;
  mayWrite: boolean;
  onDone: () => void;
}

/** An old version to read, and the way to have it again. */
export function CodeVersionView({ old, editor, mayWrite, onDone }: CodeVersionViewProps) {
  const { base, changed, save, problem, theirs } = editor;
  const reason =
    old.version === base.version
      ? words.isInForce
      : changed
        ? words.saveFirst
        : changedParts(base, old).length === 0
          ? words.same
          : undefined;
  const restore = (etag: string) => !save.isPending && editor.restore(old, etag, onDone);
  return (
    <>
      {old.savedAt !== null && (
        <p className="text-13 text-ink-2">
          {words.savedHead} <Time at={old.savedAt} inline /> {old.savedBy && words.by(old.savedBy.name)}
        </p>
      )}
      {theirs && !changed && (
        <ChangedNote
          busy={save.isPending}
          onKeepTheirs={() => {
            editor.keepTheirs();
            onDone();
          }}
          onSaveMine={() => restore(theirs.etag)}
        >
          {words.theirs(theirs.version)}
        </ChangedNote>
      )}
      {problem && !theirs && <ProblemNote problem={problem} />}
      {mayWrite && (
        <div className="flex flex-col items-start gap-1">
          <ReasonButton
            reason={reason}
            busy={save.isPending}
            busyLabel={words.restoring}
            onClick={() => restore(base.etag)}
          >
            {words.restore}
          </ReasonButton>
          <p className="text-12 text-ink-3">{reason ?? words.restoreHelp}</p>
        </div>
      )}
      <CodeText code={old} />
    </>
  );
}
