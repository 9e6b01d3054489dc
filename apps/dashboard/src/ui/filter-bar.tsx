import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface FilterBarProps {
  /** Of the dialog that holds the filters on a phone. */
  title: string;
  /** Of the button that opens it: says how many are set. */
  open: string;
  done: string;
  /** Takes all filters away; null when none is set. */
  clear: { readonly label: string; readonly onClear: () => void } | null;
  children: ReactNode;
}

/** Filters side by side, behind one button on a phone. */
export function FilterBar({ title, open: opens, done, clear, children }: FilterBarProps) {
  const [open, setOpen] = useState(false);
  const clearAll = clear && (
    <Button kind="quiet" onClick={clear.onClear}>
      {clear.label}
    </Button>
  );
  return (
    <>
      <div className="contents max-md:hidden">
        {children}
        {clearAll}
      </div>
      <Button className="md:hidden" onClick={() => setOpen(true)}>
        {opens}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        footer={
          <>
            {clearAll}
            <Button kind="primary" onClick={() => setOpen(false)}>
              {done}
            </Button>
          </>
        }
      >
        <div className="flex flex-col items-start gap-3 pt-2">{children}</div>
      </Dialog>
    </>
  );
}
