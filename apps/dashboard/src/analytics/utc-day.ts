const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "2026-11-21" → "21 Nov 2026": a day of UTC, whatever the viewer's zone. */
export const utcDayText = (day: string): string => format.format(new Date(`${day}T00:00:00Z`));
