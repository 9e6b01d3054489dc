import { ApiKeyList } from '../api-keys/api-key-list.tsx';
import { NewKeyDialog } from '../api-keys/new-key-dialog.tsx';
import { apiKeyWords as words } from '../messages/api-keys.ts';
import { usePageTitle } from '../page-title.ts';
import { Button } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useArea } from '../use-area.ts';

const ENDED = 'all';

export function AdminApiKeysPage() {
  const { site, search, show } = useArea('api-keys');
  usePageTitle(words.title, site.name);
  return (
    <>
      <PageHeader
        title={words.title}
        below={words.lead}
        actions={
          <Button kind="primary" onClick={() => show({ new: true })}>
            {words.add}
          </Button>
        }
      />
      <ApiKeyList
        site={site}
        withEnded={search.status === ENDED}
        onWithEnded={(ended) => show({ status: ended ? ENDED : undefined })}
      />
      {search.new && <NewKeyDialog site={site} onClose={() => show({ new: undefined })} />}
    </>
  );
}
