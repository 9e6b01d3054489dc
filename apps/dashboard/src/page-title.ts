import { useEffect } from 'react';
import { announce } from './ui/live-region.tsx';

/** "Pending · Members · Northwind Coffee · Keyholder"; read out, because the page does not reload. */
export function usePageTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts, 'Keyholder'].filter(Boolean).join(' · ');
  useEffect(() => {
    if (document.title !== title && document.title !== 'Keyholder') announce(title);
    document.title = title;
  }, [title]);
}
