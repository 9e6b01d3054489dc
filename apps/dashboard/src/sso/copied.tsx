import { CopyButton } from '../ui/copy-button.tsx';

/** What somebody has to carry over to another page, letter by letter. */
export const copied = (text: string, name: string) => (
  <span className="flex flex-wrap items-center gap-2">
    <code className="min-w-0 font-mono text-13">{text}</code>
    <CopyButton text={text} name={name} />
  </span>
);
export const mono = (text: string) => <code className="font-mono text-13">{text}</code>;
