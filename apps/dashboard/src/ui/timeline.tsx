import type { ReactNode } from 'react';
import { useNow } from './clock.ts';
import { absoluteText, clockText, dayText } from './time-text.ts';

export interface TimelineItem {
  id: string;
  /** RFC 3339. */
  at: string;
  icon: ReactNode;
  /** One sentence. */
  text: string;
  /** A second line, for example the reason that was given. */
  detail?: string | undefined;
  /** A button of this line. */
  action?: ReactNode;
}

/** What happened, newest first, by day of the viewer. */
export function Timeline({ items, level = 2 }: { items: readonly TimelineItem[]; level?: 2 | 3 }) {
  const now = useNow();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="flex flex-col gap-5">
      {byDay(items, now).map(({ day, items: ofDay }) => (
        <section key={day} aria-label={day} className="flex flex-col gap-2">
          <Heading className="text-12 font-semibold text-ink-3">{day}</Heading>
          <ol className="divide-y divide-line rounded-3 border border-line bg-surface">
            {ofDay.map((item) => (
              <li key={item.id} className="flex gap-x-3 gap-y-2 px-3.5 py-2.5 text-13 max-md:flex-wrap">
                <span aria-hidden="true" className="mt-0.5 flex-none text-ink-3">
                  {item.icon}
                </span>
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  {item.text}
                  {item.detail && <span className="block text-12 text-ink-3">{item.detail}</span>}
                </span>
                {/* On a phone under the sentence, which needs the width. */}
                <span className="empty:hidden max-md:order-last max-md:w-full max-md:pl-7">
                  {item.action}
                </span>
                <time
                  dateTime={item.at}
                  title={absoluteText(Date.parse(item.at))}
                  className="flex-none text-ink-3"
                >
                  {clockText(Date.parse(item.at))}
                </time>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function byDay(items: readonly TimelineItem[], now: number): { day: string; items: TimelineItem[] }[] {
  const days: { day: string; items: TimelineItem[] }[] = [];
  for (const item of items) {
    const day = dayText(Date.parse(item.at), now);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
