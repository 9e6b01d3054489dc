import type { KeyboardEvent } from 'react';
import { currentLook } from './preferences.ts';

/** Put on the link in a row's first column together with the row's id. */
export const rowKeyProps = (id: string) => ({ 'data-row': id });

/** Keys while a list has focus: arrows move between the rows' links, single letters and Delete act on the current row. */
export function listKeys(actions: Readonly<Record<string, (id: string) => void>> = {}) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      // React hands over the keys of menus and dialogs that rows have opened elsewhere on the page.
      !event.currentTarget.contains(target) ||
      target.matches('input:not([type=checkbox]),textarea,select')
    )
      return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
    const at = links.findIndex((link) => link === target || link.closest('tr,li')?.contains(target));
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
      return;
    }
    // Who dictates or types with one hand may have switched single letters off.
    if (event.key.length === 1 && !currentLook().singleKeys) return;
    const id = links[at]?.dataset['row'];
    const act = actions[event.key];
    if (!act || id === undefined) return;
    event.preventDefault();
    act(id);
  };
}
