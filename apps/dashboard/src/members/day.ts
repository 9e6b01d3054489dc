/* A day of the viewer's calendar, as <input type="date"> has it, and the instant that ends it. */

/** "2026-12-31" for an instant; empty for none. */
export function dayOf(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The last second of that day in the viewer's zone, so that the day itself still counts; null for an empty field. */
export function endOfDay(day: string): string | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  return new Date(year, month - 1, date, 23, 59, 59).toISOString();
}
