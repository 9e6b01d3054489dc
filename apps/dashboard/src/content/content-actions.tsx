import type { ContentKind } from '@keyholder/domain';
import { useState } from 'react';
import { contentWords as words } from '../messages/content.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import type { ContentEditorState } from './use-content-editor.ts';

interface ContentActionsProps {
  kind: ContentKind;
  editor: ContentEditorState;
  mayPublish: boolean;
  onRemoved: () => void;
}

/** Save, publish or take back, delete: what is published is what is saved. */
export function ContentActions({ kind, editor, mayPublish, onRemoved }: ContentActionsProps) {
  const [asked, setAsked] = useState(false);
  const { base, changed, theirs, save, setStatus, remove } = editor;
  const isPublished = base.status === 'published';
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ReasonButton
        type="submit"
        kind="primary"
        reason={theirs ? undefined : changed ? undefined : words.unchanged}
        busy={save.isPending}
        busyLabel={words.saving}
      >
        {words.save}
      </ReasonButton>
      {mayPublish && (
        <ReasonButton
          type="button"
          reason={changed ? words.saveFirst : undefined}
          busy={setStatus.isPending}
          busyLabel={words.publishing}
          onClick={() => !editor.busy && setStatus.mutate(isPublished ? 'unpublish' : 'publish')}
        >
          {isPublished ? words.unpublish : words.publish}
        </ReasonButton>
      )}
      <span className="flex-1" />
      <Button kind="danger-quiet" onClick={() => setAsked(true)}>
        {words.remove(kind)}
      </Button>
      <ConfirmDialog
        open={asked}
        destructive
        title={words.removeQuestion(base.title)}
        confirm={words.remove(kind)}
        busy={remove.isPending}
        busyLabel={words.removing}
        onClose={() => setAsked(false)}
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: onRemoved,
            onSettled: () => setAsked(false),
          })
        }
      >
        {words.removeText(kind, isPublished)}
      </ConfirmDialog>
    </div>
  );
}
