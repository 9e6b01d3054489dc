import { useRouterState } from '@tanstack/react-router';
import { Menu as MenuIcon } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { shellWords } from '../messages/shell.ts';
import { IconButton } from '../ui/icon-button.tsx';

const Sheet = lazy(async () => ({ default: (await import('../ui/sheet.tsx')).Sheet }));

/** Under 1024 px: a bar with the place's name, the sidebar as a sheet that closes when it has taken you somewhere. */
export function NarrowBar({ title, sidebar }: { title: string; sidebar: ReactNode }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [openAt, setOpenAt] = useState<string | null>(null);
  return (
    <header className="sticky top-0 z-20 flex items-center gap-2 border-b border-line bg-canvas px-4 py-2 lg:hidden">
      <IconButton
        label={shellWords.openMenu}
        icon={<MenuIcon aria-hidden="true" size={18} strokeWidth={1.5} />}
        onClick={() => setOpenAt(path)}
        className="-ml-2"
      />
      <b className="truncate font-semibold">{title}</b>
      {openAt !== null && (
        <Suspense>
          <Sheet open={openAt === path} onClose={() => setOpenAt(null)} label={shellWords.menu}>
            {sidebar}
          </Sheet>
        </Suspense>
      )}
    </header>
  );
}
