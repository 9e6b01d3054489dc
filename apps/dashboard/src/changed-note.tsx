import { listWords as words } from './messages/lists.ts';
import { Button } from './ui/button.tsx';
import { Note } from './ui/note.tsx';

interface ChangedNoteProps {
  busy: boolean;
  /** Takes what is saved now into the form. */
  onKeepTheirs: () => void;
  /** Saves what is in the form over what is saved now. */
  onSaveMine: () => void;
  children?: React.ReactNode;
}

/** 412: somebody saved meanwhile. Nothing is lost; both ways on. */
export const ChangedNote = ({ busy, onKeepTheirs, onSaveMine, children }: ChangedNoteProps) => (
  <Note
    tone="warn"
    role="alert"
    lead={words.changedTitle}
    action={
      <span className="flex flex-wrap gap-2">
        <Button size="small" onClick={onKeepTheirs}>
          {words.keepTheirs}
        </Button>
        <Button size="small" busy={busy} onClick={onSaveMine}>
          {words.saveMine}
        </Button>
      </span>
    }
  >
    {children}
  </Note>
);
