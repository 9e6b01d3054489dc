/** Which row gets focus when these leave: the one after, else the one before, else none. */
export function neighbourOf(ids: readonly string[], leaving: ReadonlySet<string>): string | null {
  const at = ids.findIndex((id) => leaving.has(id));
  const after = ids.slice(at).find((id) => !leaving.has(id));
  const before = ids.slice(0, Math.max(0, at)).findLast((id) => !leaving.has(id));
  return after ?? before ?? null;
}

const LONGEST_WAIT_FRAMES = 90;

/**
 * Focuses a row as soon as it is there and the last dialog has closed and given focus back itself; the page's heading
 * when there is no row.
 */
export function focusRowSoon(id: string | null): void {
  const find = () =>
    id === null ? null : document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  let frames = 0;
  const attempt = () => {
    frames += 1;
    const row = find();
    const covered = document.querySelector('[role=dialog],[role=alertdialog]') !== null;
    if ((covered || (id !== null && !row)) && frames < LONGEST_WAIT_FRAMES) requestAnimationFrame(attempt);
    else (row ?? document.querySelector<HTMLElement>('h1'))?.focus();
  };
  requestAnimationFrame(() => requestAnimationFrame(attempt));
}
