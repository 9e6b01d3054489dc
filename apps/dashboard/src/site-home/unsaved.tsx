import { CopyButton } from '../ui/copy-button.tsx';
import type { UnsavedText } from '../unsaved-text.ts';

/** Text that can no longer be saved here, to be taken along. */
export const Unsaved = ({ texts }: { texts: readonly UnsavedText[] }) =>
  texts.map(({ label, text }) => (
    <figure key={label} className="flex w-full flex-col gap-2">
      <figcaption className="flex flex-wrap items-center justify-between gap-2 text-13 font-semibold">
        {label}
        <CopyButton text={text} name={label} kind="secondary" />
      </figcaption>
      {/* Selectable with the keyboard too, where copying by the button is not allowed. */}
      <textarea
        readOnly
        aria-label={label}
        value={text}
        rows={Math.min(12, text.split('\n').length + 1)}
        className="w-full rounded-2 border border-line-strong bg-surface p-3 font-mono text-13"
      />
    </figure>
  ));
