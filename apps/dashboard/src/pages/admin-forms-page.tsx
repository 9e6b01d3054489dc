import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMayHere } from '../admin-site.ts';
import { FormBuilder } from '../forms/form-builder.tsx';
import { FormList } from '../forms/form-list.tsx';
import { formQuery, type Form } from '../forms/form-queries.ts';
import { FormReader } from '../forms/form-reader.tsx';
import { FormState } from '../forms/form-state.tsx';
import { ButtonLink } from '../links.tsx';
import { formWords as words } from '../messages/forms.ts';
import { shellWords } from '../messages/shell.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { focusRowSoon } from '../ui/focus-row.ts';
import { Breadcrumb, PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Time } from '../ui/time.tsx';
import { Button } from '../ui/button.tsx';
import { areaLink, useArea } from '../use-area.ts';

export function AdminFormsPage() {
  const { item, search } = useArea('forms');
  const mayWrite = useMayHere()('forms.write');
  if (item !== undefined) return <One key={item} id={item} mayWrite={mayWrite} />;
  return search.new === true && mayWrite ? <New /> : <List mayWrite={mayWrite} />;
}

function List({ mayWrite }: { mayWrite: boolean }) {
  const { site, search, link, open, show } = useArea('forms');
  usePageTitle(words.title, site.name);
  return (
    <>
      <PageHeader title={words.title} />
      <FormList
        site={site}
        q={search.q}
        onSearch={(q) => show({ q })}
        link={link}
        onOpen={(id) => void open(id)}
        add={
          mayWrite && (
            <Button kind="primary" onClick={() => show({ new: true })}>
              {words.add}
            </Button>
          )
        }
      />
    </>
  );
}

function New() {
  const { site, open, close } = useArea('forms');
  usePageTitle(words.add, words.title, site.name);
  return (
    <FormBuilder
      site={site}
      saved={null}
      header={<PageHeader above={<Above>{words.add}</Above>} title={words.add} />}
      onSaved={({ id }) => void open(id)}
      onRemoved={() => void close()}
    />
  );
}

function One({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const { site, list, close } = useArea('forms');
  const query = useQuery(formQuery(site.id, id));
  usePageTitle(query.data?.name, words.title, site.name);
  const gone = query.error !== null && asProblem(query.error).is('not_found');
  if (query.isPending) return <SkeletonRows />;
  if (gone || !query.data)
    return (
      <>
        <PageHeader title={words.title} />
        {gone ? (
          <EmptyState text={words.gone} action={<ButtonLink {...list({})}>{words.back}</ButtonLink>} />
        ) : (
          <ProblemPanel problem={query.error} onRetry={() => void query.refetch()} />
        )}
      </>
    );
  const form = query.data;
  const header = <Header form={form} />;
  return mayWrite ? (
    <FormBuilder
      site={site}
      saved={form}
      header={header}
      onSaved={() => undefined}
      onRemoved={() => void close().then(() => focusRowSoon(null))}
    />
  ) : (
    <>
      {header}
      <FormReader form={form} />
    </>
  );
}

const Above = ({ children }: { children: ReactNode }) => {
  const { list } = useArea('forms');
  return (
    <Breadcrumb label={shellWords.breadcrumb}>
      {[
        <Link key="list" {...list({})}>
          {words.title}
        </Link>,
        children,
      ]}
    </Breadcrumb>
  );
};

/** Name and state, with the way to what was sent to it. */
function Header({ form }: { form: Form }) {
  const { site } = useArea('forms');
  const maySee = useMayHere()('submissions.read');
  const sent = words.submissionCount(form.submissions);
  return (
    <PageHeader
      above={<Above>{form.name}</Above>}
      title={form.name}
      below={
        <span className="flex flex-wrap items-center gap-2 pt-1 text-13">
          <FormState state={form.state} />
          {maySee ? (
            <Link
              {...areaLink(site, 'submissions', { search: { form: form.id } })}
              className="text-ink underline underline-offset-3"
            >
              {sent}
            </Link>
          ) : (
            <span>{sent}</span>
          )}
          {form.lastSubmissionAt !== null && (
            <span className="text-ink-3">
              {words.last} <Time at={form.lastSubmissionAt} inline />
            </span>
          )}
        </span>
      }
    />
  );
}
