import { isContentSlug, type ContentKind } from '@keyholder/domain';
import { lazy, Suspense, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { ChangedNote } from '../changed-note.tsx';
import { contentWords as words } from '../messages/content.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { TextArea, TextInput } from '../ui/text-input.tsx';
import { DateOnly } from '../ui/time.tsx';
import { ToggleGroup } from '../ui/toggle-group.tsx';
import { ContentActions } from './content-actions.tsx';
import type { Content } from './content-queries.ts';
import { useContentEditor } from './use-content-editor.ts';

const Preview = lazy(async () => ({ default: (await import('./preview.tsx')).Preview }));

interface ContentEditorProps {
  site: AdminSite;
  kind: ContentKind;
  saved: Content;
  above: ReactNode;
  mayPublish: boolean;
  onRemoved: () => void;
}

/** Title, address and text of one page or post, saved only over what the writer began from (If-Match). */
export function ContentEditor({ site, kind, saved, above, mayPublish, onRemoved }: ContentEditorProps) {
  const editor = useContentEditor(site, kind, saved);
  const { base, draft, problem, theirs } = editor;
  const [view, setView] = useState<'write' | 'preview'>('write');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const said = (field: string) => problem?.fields.find((each) => each.field === field)?.message;
  const titleFault = tried && draft.title.trim() === '' ? words.nameMissing : said('title');
  const slugFault = tried && !isContentSlug(draft.slug.trim()) ? words.slugWrong : said('slug');
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft.title.trim() === '' || !isContentSlug(draft.slug.trim()))
      form.current?.querySelector<HTMLElement>('[aria-invalid],input')?.focus();
    else if (editor.changed && !editor.busy && !theirs) editor.save.mutate({ etag: base.etag });
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && submit(event)}
      className="flex max-w-reading flex-col gap-4"
    >
      <PageHeader
        above={above}
        title={base.title}
        below={
          <span className="flex flex-wrap items-center gap-2 pt-1 text-13">
            <StatusPill tone={base.status === 'published' ? 'ok' : 'neutral'}>
              {words.status[base.status]}
            </StatusPill>
            {base.publishedAt ? (
              <span className="text-ink-3">
                {words.publishedSince} <DateOnly at={base.publishedAt} />
              </span>
            ) : (
              <span className="text-ink-3">{words.draftOnly}</span>
            )}
          </span>
        }
      />
      {editor.restored && (
        <Note
          tone="info"
          action={
            <Button size="small" onClick={editor.discard}>
              {words.discard}
            </Button>
          }
        >
          {words.kept}
        </Note>
      )}
      {theirs && (
        <ChangedNote busy={editor.busy} onKeepTheirs={editor.keepTheirs} onSaveMine={editor.saveMine} />
      )}
      {problem && !theirs && problem.fields.length === 0 && <ProblemNote problem={problem} />}
      <Field label={words.name} error={titleFault} required>
        <TextInput
          value={draft.title}
          autoComplete="off"
          onChange={(event) => editor.write({ title: event.target.value })}
        />
      </Field>
      <Field label={words.slug} error={slugFault} help={words.slugHelp(site.domain, kind)} required>
        <TextInput
          value={draft.slug}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="font-mono"
          onChange={(event) => editor.write({ slug: event.target.value })}
        />
      </Field>
      <div className="flex flex-col gap-1.5">
        <div className="flex items-center justify-end">
          <ToggleGroup
            label={words.views}
            value={view}
            options={[
              { value: 'write', label: words.write },
              { value: 'preview', label: words.preview },
            ]}
            onChange={setView}
          />
        </div>
        {view === 'write' ? (
          <Field label={words.body} help={words.bodyHelp} error={said('body')}>
            <TextArea
              rows={18}
              value={draft.body}
              className="min-h-72 font-mono text-13 leading-5"
              onChange={(event) => editor.write({ body: event.target.value })}
            />
          </Field>
        ) : (
          <Panel className="min-h-72 p-5">
            <Suspense>
              <Preview body={draft.body} />
            </Suspense>
          </Panel>
        )}
      </div>
      <ContentActions kind={kind} editor={editor} mayPublish={mayPublish} onRemoved={onRemoved} />
    </form>
  );
}
