import Markdown from 'react-markdown';
import { contentWords as words } from '../messages/content.ts';

/** What the Markdown becomes: elements, never a string of HTML. HTML of the author stays text, dangerous addresses go. */
export const Preview = ({ body }: { body: string }) =>
  body.trim() === '' ? (
    <p className="text-ink-3">{words.nothingYet}</p>
  ) : (
    <div className="prose">
      <Markdown>{body}</Markdown>
    </div>
  );
