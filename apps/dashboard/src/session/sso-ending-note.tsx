import { ssoWords as words } from '../messages/sso.ts';
import { Note } from '../ui/note.tsx';
import { ssoEnding } from './fragment-token.ts';

/** Why the way to the company's sign-in page did not lead in. */
export function SsoEndingNote() {
  const text = words.endings[ssoEnding()?.get('sso') ?? ''];
  return text === undefined ? null : (
    <Note tone="danger" role="alert">
      {text}
    </Note>
  );
}
