import { useQuery } from '@tanstack/react-query';
import { useMayHere } from '../admin-site.ts';
import { CodeEditor } from '../code/code-editor.tsx';
import { CodeHistory } from '../code/code-history.tsx';
import { codeQuery, codeVersionQuery, type Code } from '../code/code-queries.ts';
import { CodeText } from '../code/code-text.tsx';
import { CodeVersionView } from '../code/code-version.tsx';
import { useCodeEditor, type CodeEditorState } from '../code/use-code-editor.ts';
import { ItemDrawer } from '../item-drawer.tsx';
import { codeWords as words } from '../messages/code.ts';
import { listWords } from '../messages/lists.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { focusRowSoon } from '../ui/focus-row.ts';
import { Note } from '../ui/note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useArea } from '../use-area.ts';

export function AdminCodePage() {
  const { site } = useArea('code');
  const query = useQuery(codeQuery(site.id));
  usePageTitle(words.title, site.name);
  return (
    <>
      <PageHeader title={words.title} below={words.intro(site.domain)} />
      {query.isPending && <SkeletonRows rows={8} />}
      {query.isError && !query.data && (
        <ProblemPanel problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && <Loaded saved={query.data} />}
    </>
  );
}

function Loaded({ saved }: { saved: Code }) {
  const { site, item, link, open, close } = useArea('code');
  const mayWrite = useMayHere()('code.write');
  const editor = useCodeEditor(site.id, saved);
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      {mayWrite ? (
        <CodeEditor editor={editor} />
      ) : (
        <div className="flex min-w-0 flex-col gap-5">
          <Note tone="neutral">{listWords.readOnly(words.title.toLowerCase())}</Note>
          <CodeText code={saved} />
        </div>
      )}
      <CodeHistory
        site={site}
        now={saved.version}
        current={item}
        link={link}
        onOpen={(version) => void open(version)}
      />
      {item !== undefined && (
        <OneVersion
          key={item}
          version={item}
          editor={editor}
          mayWrite={mayWrite}
          onClose={() => void close().then(() => focusRowSoon(item))}
        />
      )}
    </div>
  );
}

interface OneVersionProps {
  version: string;
  editor: CodeEditorState;
  mayWrite: boolean;
  onClose: () => void;
}
function OneVersion({ version, editor, mayWrite, onClose }: OneVersionProps) {
  const { site } = useArea('code');
  const query = useQuery(codeVersionQuery(site.id, version));
  const title = query.data ? words.version(query.data.version) : words.versionHead;
  usePageTitle(title, words.title, site.name);
  return (
    <ItemDrawer query={query} title={title} gone={words.gone} back={words.back} onClose={onClose}>
      {(old) => <CodeVersionView old={old} editor={editor} mayWrite={mayWrite} onDone={onClose} />}
    </ItemDrawer>
  );
}
