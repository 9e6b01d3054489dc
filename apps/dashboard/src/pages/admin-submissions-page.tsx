import { useQuery } from '@tanstack/react-query';
import { useMayHere } from '../admin-site.ts';
import { ItemDrawer } from '../item-drawer.tsx';
import { submissionWords as words } from '../messages/submissions.ts';
import { usePageTitle } from '../page-title.ts';
import { FormFilter } from '../submissions/form-filter.tsx';
import { SubmissionDetails } from '../submissions/submission-details.tsx';
import { SubmissionList } from '../submissions/submission-list.tsx';
import { submissionQuery } from '../submissions/submission-queries.ts';
import { focusRowSoon } from '../ui/focus-row.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { useArea } from '../use-area.ts';

export function AdminSubmissionsPage() {
  const { site, search, item, link, open, close, show } = useArea('submissions');
  const mayReadForms = useMayHere()('forms.read');
  usePageTitle(words.title, site.name);
  const { q, form, from, to } = search;
  return (
    <>
      <PageHeader title={words.title} />
      <SubmissionList
        site={site}
        filter={{ q, form, from, to }}
        current={item}
        onFilter={show}
        link={link}
        onOpen={(id) => void open(id)}
        formFilter={
          mayReadForms && (
            <FormFilter siteId={site.id} value={form} onChange={(chosen) => show({ form: chosen })} />
          )
        }
      />
      {item !== undefined && (
        <OneSubmission key={item} id={item} onClose={() => void close().then(() => focusRowSoon(item))} />
      )}
    </>
  );
}

function OneSubmission({ id, onClose }: { id: string; onClose: () => void }) {
  const { site } = useArea('submissions');
  const query = useQuery(submissionQuery(site.id, id));
  const title = query.data ? words.one(query.data.form.name) : words.title;
  usePageTitle(title, site.name);
  return (
    <ItemDrawer query={query} title={title} gone={words.gone} back={words.back} onClose={onClose}>
      {(submission) => <SubmissionDetails submission={submission} />}
    </ItemDrawer>
  );
}
