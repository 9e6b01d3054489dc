import type { ReactNode } from 'react';

export const Kbd = ({ children }: { children: ReactNode }) => (
  <kbd className="rounded-1 border border-b-2 border-line-strong px-1 py-0.5 font-mono text-12 leading-none coarse:hidden">
    {children}
  </kbd>
);
