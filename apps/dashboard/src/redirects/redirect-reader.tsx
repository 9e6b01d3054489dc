import { listWords } from '../messages/lists.ts';
import { redirectWords as words } from '../messages/redirects.ts';
import { Note } from '../ui/note.tsx';
import { Facts } from '../ui/panel.tsx';
import { Time } from '../ui/time.tsx';
import type { Redirect } from './redirect-queries.ts';

/** For whoever may read but not write. */
export const RedirectReader = ({ redirect }: { redirect: Redirect }) => (
  <>
    <Note tone="neutral">{listWords.readOnly(words.title.toLowerCase())}</Note>
    <Facts>
      {[
        [
          words.path,
          <span key="path" className="font-mono">
            {redirect.path}
          </span>,
        ],
        [
          words.target,
          <span key="target" className="font-mono">
            {redirect.target}
          </span>,
        ],
        [words.kind, `${words.kindOf[redirect.status]} (${redirect.status})`],
        [
          words.updated,
          <span key="updated">
            <Time at={redirect.updatedAt} /> {words.by(redirect.updatedBy.name)}
          </span>,
        ],
      ]}
    </Facts>
  </>
);
