import { CONTENT_PERMISSIONS, CONTENT_STATUSES, type ContentKind } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMayHere } from '../admin-site.ts';
import { ContentEditor } from '../content/content-editor.tsx';
import { ContentList } from '../content/content-list.tsx';
import { AREA, contentQuery, type ContentFilter } from '../content/content-queries.ts';
import { ContentReader } from '../content/content-reader.tsx';
import { NewContentDialog } from '../content/new-content-dialog.tsx';
import { contentWords as words } from '../messages/content.ts';
import { shellWords } from '../messages/shell.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { ButtonLink } from '../links.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Breadcrumb, PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useArea } from '../use-area.ts';

export const AdminPagesPage = () => <AdminContentPage kind="page" />;
export const AdminPostsPage = () => <AdminContentPage kind="post" />;

const SORTS = ['title', '-title', 'updated', '-updated'] as const;

function AdminContentPage({ kind }: { kind: ContentKind }) {
  const { item } = useArea(AREA[kind]);
  return item === undefined ? <List kind={kind} /> : <One key={item} kind={kind} id={item} />;
}

function List({ kind }: { kind: ContentKind }) {
  const { site, search, link, open, show } = useArea(AREA[kind]);
  const mayWrite = useMayHere()(CONTENT_PERMISSIONS[kind].write);
  usePageTitle(words.title(kind), site.name);
  const filter: ContentFilter = {
    q: search.q,
    status: CONTENT_STATUSES.find((status) => status === search.status),
    sort: SORTS.find((sort) => sort === search.sort),
  };
  return (
    <>
      <PageHeader title={words.title(kind)} />
      <ContentList
        site={site}
        kind={kind}
        filter={filter}
        onFilter={show}
        link={link}
        onOpen={(id) => void open(id)}
        add={
          mayWrite && (
            <Button kind="primary" onClick={() => show({ new: true })}>
              {words.add(kind)}
            </Button>
          )
        }
      />
      {mayWrite && (
        <NewContentDialog
          site={site}
          kind={kind}
          open={search.new === true}
          onClose={() => show({ new: undefined })}
          onCreated={(id) => void open(id)}
        />
      )}
    </>
  );
}

function One({ kind, id }: { kind: ContentKind; id: string }) {
  const { site, list, close } = useArea(AREA[kind]);
  const may = useMayHere();
  const query = useQuery(contentQuery(site.id, kind, id));
  usePageTitle(query.data?.title, words.title(kind), site.name);
  const above = (
    <Breadcrumb label={shellWords.breadcrumb}>
      {[
        <Link key="list" {...list()}>
          {words.title(kind)}
        </Link>,
        query.data?.title ?? '',
      ]}
    </Breadcrumb>
  );
  if (query.isPending) return <SkeletonRows />;
  if (query.isError && !query.data)
    return asProblem(query.error).is('not_found') ? (
      <>
        <PageHeader title={words.title(kind)} />
        <EmptyState
          text={words.gone(kind)}
          action={<ButtonLink {...list()}>{words.back(kind)}</ButtonLink>}
        />
      </>
    ) : (
      <ProblemPanel problem={query.error} onRetry={() => void query.refetch()} />
    );
  const { write, publish } = CONTENT_PERMISSIONS[kind];
  return may(write) ? (
    <ContentEditor
      site={site}
      kind={kind}
      saved={query.data}
      above={above}
      mayPublish={may(publish)}
      onRemoved={() => void close()}
    />
  ) : (
    <ContentReader saved={query.data} above={above} />
  );
}
