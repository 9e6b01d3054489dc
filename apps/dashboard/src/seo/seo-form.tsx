import { lengthHint, ROBOTS, SEO_MOST, type Robots, type SeoField } from '@keyholder/domain';
import { useState, type FormEvent } from 'react';
import { ChangedNote } from '../changed-note.tsx';
import { seoWords as words } from '../messages/seo.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea, TextInput } from '../ui/text-input.tsx';
import { useUnsavedText } from '../unsaved-text.ts';
import { LengthMark } from './length-mark.tsx';
import { useSaveSeo, type PageSeo, type SeoChange } from './seo-queries.ts';

const draftOf = ({ title, description, robots }: Pick<PageSeo, 'title' | 'description' | 'robots'>) => ({
  title: title ?? '',
  description: description ?? '',
  robots,
});
const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What search engines are told about one page, with the hints while it is typed. */
export function SeoForm({ siteId, domain, seo }: { siteId: string; domain: string; seo: PageSeo }) {
  const [base, setBase] = useState(seo);
  const [draft, setDraft] = useState(() => draftOf(seo));
  const save = useSaveSeo(siteId, seo.page.id);
  const change: SeoChange = {
    ...(said(draft.title) === base.title ? {} : { title: said(draft.title) }),
    ...(said(draft.description) === base.description ? {} : { description: said(draft.description) }),
    ...(draft.robots === base.robots ? {} : { robots: draft.robots }),
  };
  const changed = Object.keys(change).length > 0;
  if (seo.etag !== base.etag && !changed) take(seo);
  useUnsavedText(words.description, change.description ?? null);
  const problem = save.error ? asProblem(save.error) : null;
  const theirs = problem?.is('content.changed')
    ? (problem.members['current'] as PageSeo | undefined)
    : undefined;
  function take(next: PageSeo) {
    setBase(next);
    setDraft(draftOf(next));
  }
  const send = (etag: string) => !save.isPending && save.mutate({ change, etag }, { onSuccess: take });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changed && !theirs) send(base.etag);
  };
  const hint = (field: SeoField) => {
    const { length, verdict, from, to } = lengthHint(field, said(draft[field]));
    return (
      <span className="flex flex-wrap items-center gap-2">
        <LengthMark verdict={verdict} /> {words.hint(length, from, to)}
      </span>
    );
  };
  const fault = (name: string) => problem?.fields.find(({ field }) => field === name)?.message;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {theirs && (
        <ChangedNote
          busy={save.isPending}
          onKeepTheirs={() => {
            save.reset();
            take(theirs);
          }}
          onSaveMine={() => send(theirs.etag)}
        />
      )}
      {problem && !theirs && problem.fields.length === 0 && <ProblemNote problem={problem} />}
      <Field label={words.seoTitle} help={hint('title')} error={fault('title')}>
        <TextInput
          value={draft.title}
          maxLength={SEO_MOST.title}
          onChange={(event) => setDraft({ ...draft, title: event.target.value })}
        />
      </Field>
      <Field label={words.description} help={hint('description')} error={fault('description')}>
        <TextArea
          rows={4}
          value={draft.description}
          maxLength={SEO_MOST.description}
          // One line of text: a search engine shows no others.
          onChange={(event) => setDraft({ ...draft, description: event.target.value.replace(/\n/g, ' ') })}
        />
      </Field>
      <Field label={words.robots}>
        <Select<Robots>
          value={draft.robots}
          options={ROBOTS.map((value) => ({ value, label: words.robotsOf[value], description: value }))}
          onChange={(robots) => setDraft({ ...draft, robots })}
        />
      </Field>
      <div className="flex flex-col gap-1.5">
        <p className="text-13 font-semibold">{words.preview}</p>
        <Panel className="flex flex-col gap-0.5 p-4">
          <span className="text-12 text-ink-3">{`${domain}/${seo.page.slug}`}</span>
          <span className="text-16 font-semibold text-accent [overflow-wrap:anywhere]">
            {said(draft.title) ?? seo.page.title}
          </span>
          <span className="text-13 text-ink-2 [overflow-wrap:anywhere]">
            {said(draft.description) ?? words.noDescription}
          </span>
        </Panel>
      </div>
      <div>
        <ReasonButton
          type="submit"
          kind="primary"
          reason={changed ? undefined : words.unchanged}
          busy={save.isPending}
          busyLabel={words.saving}
        >
          {words.save}
        </ReasonButton>
      </div>
    </form>
  );
}
