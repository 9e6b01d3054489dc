import type { ReactNode } from 'react';

/** One sentence on why there is nothing, and the next step. */
export const EmptyState = ({ text, action }: { text: string; action?: ReactNode }) => (
  <div className="flex flex-col items-center gap-3 rounded-3 border border-line bg-surface px-6 py-12 text-center">
    <p className="max-w-form text-ink-2">{text}</p>
    {action}
  </div>
);
