import { CSPProvider } from '@base-ui/react/csp-provider';
import { Outlet } from '@tanstack/react-router';
import { useLive } from '../live.ts';
import { useMyLook } from '../preferences.ts';
import { useAccountMaybe } from '../session/account.ts';
import { SignInAgain } from '../session/sign-in-again.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { NarrowBar } from './narrow-bar.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { Sidebar } from './sidebar.tsx';

/** Around every signed-in page: navigation, live updates, toasts, sign-in over the page. */
export function Shell() {
  const account = useAccountMaybe();
  useLive(account?.id);
  useMyLook();
  return (
    // No <style> element may be made: the CSP allows our own stylesheet only.
    <CSPProvider disableStyleElements>
      <SkipLink />
      <div className="min-h-dvh lg:grid lg:grid-cols-[var(--side)_minmax(0,1fr)]">
        <div className="sticky top-0 z-25 hidden h-dvh border-r border-line bg-sunken lg:block">
          <Sidebar />
        </div>
        <div className="flex min-w-0 flex-col">
          <NarrowBar title={account?.name ?? 'Keyholder'} sidebar={<Sidebar />} />
          <OfflineBanner />
          <main
            id="main"
            tabIndex={-1}
            className="flex-1 px-8 pt-5 pb-16 max-md:px-4 max-md:pt-3 max-md:pb-24"
          >
            <div className="max-w-page">
              <Outlet />
            </div>
          </main>
        </div>
      </div>
      <SignInAgain />
      <Toasts />
    </CSPProvider>
  );
}
