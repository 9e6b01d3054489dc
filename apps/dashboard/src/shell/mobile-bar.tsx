import { Menu as MenuIcon } from "lucide-react";
import { useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { shellWords } from "../messages/shell.ts";
import { useAccountMaybe } from "../session/account.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { Sidebar } from "./sidebar.tsx";

/** Under 1024 px: a bar on top, the sidebar as a sheet that closes when it has taken you somewhere. */
export function MobileBar() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [openAt, setOpenAt] = useState<string | null>(null);
  const account = useAccountMaybe();
  return (
    <header className="sticky top-0 z-20 flex items-center gap-2 border-b border-line bg-canvas px-4 py-2 lg:hidden">
      <IconButton label={shellWords.openMenu} icon={<MenuIcon aria-hidden="true" size={18} strokeWidth={1.5} />} onClick={() => setOpenAt(path)} className="-ml-2" />
      <b className="truncate font-semibold">{account?.name ?? "Keyholder"}</b>
      <Sheet open={openAt === path} onClose={() => setOpenAt(null)} label={shellWords.menu}>
        <Sidebar />
      </Sheet>
    </header>
  );
}
