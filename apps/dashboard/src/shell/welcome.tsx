import { useLocation } from '@tanstack/react-router';
import { siteHomeWords as words } from '../messages/site-home.ts';
import { useMe } from '../session/me.ts';
import { Note } from '../ui/note.tsx';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Set by the invitation page on the first page after accepting; stays with that entry of the history. */
    welcome?: boolean;
  }
}

interface WelcomeProps {
  role: string;
  /** "on Northwind Coffee" or "in Bright Lines Agency". */
  place: string;
  areas: readonly string[];
}
/** The first thing after accepting: who you are here, and where to begin. */
export function Welcome({ role, place, areas }: WelcomeProps) {
  const welcome = useLocation({ select: (location) => location.state.welcome === true });
  const { user } = useMe();
  if (!welcome) return null;
  return (
    <Note tone="ok" role="status" lead={words.welcome(user.name, role, place)} className="mb-5">
      {words.startWith(areas)}
    </Note>
  );
}
