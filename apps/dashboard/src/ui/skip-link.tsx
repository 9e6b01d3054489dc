import { words } from './words.ts';

export const SkipLink = ({ to = 'main' }: { to?: string }) => (
  <a
    href={`#${to}`}
    className="sr-only-focusable fixed top-2 left-2 z-70 rounded-2 bg-raised px-3 py-2 font-semibold text-accent shadow-over"
    onClick={(event) => {
      event.preventDefault();
      document.getElementById(to)?.focus();
    }}
  >
    {words.skip}
  </a>
);
