import { CODE_PARTS, utf8Bytes, type SiteCode } from '@keyholder/domain';
import { useId } from 'react';
import { codeWords as words } from '../messages/code.ts';

/** Code to read: text, whatever it says. */
export function CodeText({ code }: { code: SiteCode }) {
  const id = useId();
  return CODE_PARTS.map((part) => (
    <div key={part} className="flex min-w-0 flex-col gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`${id}-${part}`} className="text-13 font-semibold">
          {words.part[part]}
        </h2>
        <span className="text-12 text-ink-3">{words.size(utf8Bytes(code[part]))}</span>
      </div>
      {code[part] === '' ? (
        <p className="text-13 text-ink-3">{words.empty}</p>
      ) : (
        <pre
          // Scrolled by keyboard too.
          tabIndex={0}
          role="region"
          aria-labelledby={`${id}-${part}`}
          className="m-0 max-h-80 overflow-auto rounded-2 border border-line bg-canvas px-2.5 py-1.5 font-mono text-13 leading-5"
        >
          {code[part]}
        </pre>
      )}
    </div>
  ));
}
