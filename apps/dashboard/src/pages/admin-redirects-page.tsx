import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useMayHere } from '../admin-site.ts';
import { ItemDrawer } from '../item-drawer.tsx';
import { redirectWords as words } from '../messages/redirects.ts';
import { usePageTitle } from '../page-title.ts';
import { NewRedirectDialog } from '../redirects/new-redirect-dialog.tsx';
import { RedirectEditor } from '../redirects/redirect-editor.tsx';
import { RedirectList } from '../redirects/redirect-list.tsx';
import { REDIRECT_SORTS, redirectQuery } from '../redirects/redirect-queries.ts';
import { RedirectReader } from '../redirects/redirect-reader.tsx';
import { Button } from '../ui/button.tsx';
import { focusRowSoon } from '../ui/focus-row.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { useArea } from '../use-area.ts';

const ImportDialog = lazy(async () => ({
  default: (await import('../redirects/import-dialog.tsx')).ImportDialog,
}));
/** `?kind=` while a list is pasted. */
const PASTE = 'paste';

export function AdminRedirectsPage() {
  const { site, search, item, link, open, close, show } = useArea('redirects');
  const mayWrite = useMayHere()('redirects.write');
  usePageTitle(words.title, site.name);
  return (
    <>
      <PageHeader title={words.title} />
      <RedirectList
        site={site}
        filter={{ q: search.q, sort: REDIRECT_SORTS.find((sort) => sort === search.sort) }}
        current={item}
        onFilter={show}
        link={link}
        onOpen={(id) => void open(id)}
        add={
          mayWrite && (
            <>
              <Button onClick={() => show({ kind: PASTE })}>{words.paste}</Button>
              <Button kind="primary" onClick={() => show({ new: true })}>
                {words.add}
              </Button>
            </>
          )
        }
      />
      {mayWrite && search.new === true && (
        <NewRedirectDialog
          site={site}
          onClose={() => show({ new: undefined })}
          onOpen={(id) => void open(id)}
        />
      )}
      {mayWrite && search.kind === PASTE && (
        <Suspense>
          <ImportDialog siteId={site.id} onClose={() => show({ kind: undefined })} />
        </Suspense>
      )}
      {item !== undefined && (
        <OneRedirect
          key={item}
          id={item}
          mayWrite={mayWrite}
          onOpen={(id) => void open(id)}
          onClose={() => void close().then(() => focusRowSoon(item))}
          onRemoved={() => void close().then(() => focusRowSoon(null))}
        />
      )}
    </>
  );
}

interface OneRedirectProps {
  id: string;
  mayWrite: boolean;
  onOpen: (id: string) => void;
  onClose: () => void;
  onRemoved: () => void;
}
function OneRedirect({ id, mayWrite, onOpen, onClose, onRemoved }: OneRedirectProps) {
  const { site } = useArea('redirects');
  const query = useQuery(redirectQuery(site.id, id));
  const title = query.data ? words.one(query.data.path) : words.title;
  usePageTitle(title, site.name);
  return (
    <ItemDrawer query={query} title={title} gone={words.gone} back={words.back} onClose={onClose}>
      {(redirect) =>
        mayWrite ? (
          <RedirectEditor site={site} redirect={redirect} onOpen={onOpen} onRemoved={onRemoved} />
        ) : (
          <RedirectReader redirect={redirect} />
        )
      }
    </ItemDrawer>
  );
}
