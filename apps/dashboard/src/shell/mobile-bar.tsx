import { Menu as MenuIcon } from 'lucide-react';
import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { shellWords } from '../messages/shell.ts';
import { useAccountMaybe } from '../session/account.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Sidebar } from './sidebar.tsx';

const Sheet = lazy(async () => ({ default: (await import('../ui/sheet.tsx')).Sheet }));

/** Under 1024 px: a bar on top, the sidebar as a sheet that closes when it has taken you somewhere. */
export function MobileBar() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [openAt, setOpenAt] = useState<string | null>(null);
  const account = useAccountMaybe();
  return (
    <header className="sticky top-0 z-20 flex items-center gap-2 border-b border-line bg-canvas px-4 py-2 lg:hidden">
      <IconButton
        label={shellWords.openMenu}
        icon={<MenuIcon aria-hidden="true" size={18} strokeWidth={1.5} />}
        onClick={() => setOpenAt(path)}
        className="-ml-2"
      />
      <b className="truncate font-semibold">{account?.name ?? 'Keyholder'}</b>
      {openAt !== null && (
        <Suspense>
          <Sheet open={openAt === path} onClose={() => setOpenAt(null)} label={shellWords.menu}>
            <Sidebar />
          </Sheet>
        </Suspense>
      )}
    </header>
  );
}
