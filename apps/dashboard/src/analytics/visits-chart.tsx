import { analyticsWords as words } from '../messages/analytics.ts';
import { utcDayText } from './utc-day.ts';
import type { Analytics } from './analytics-query.ts';

const HEIGHT = 160;
const STEP = 10;
const WIDTH_OF_BAR = 7;

/** The next round number above the highest bar: 1, 2, 2½ or 5 with zeros. */
export function scaleTop(most: number): number {
  if (most <= 1) return 1;
  const unit = 10 ** Math.floor(Math.log10(most));
  return (
    [1, 2, 2.5, 5, 10].map((factor) => factor * unit).find((top) => top >= most && Number.isInteger(top)) ??
    most
  );
}

/** Bars from zero, every day of the span, the scale said in numbers: a picture of the table beside it and nothing more. */
export function VisitsChart({ days }: { days: Analytics['days'] }) {
  const most = Math.max(0, ...days.map(({ visits }) => visits));
  const top = scaleTop(most);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  return (
    <figure className="flex flex-col gap-1">
      <div className="flex gap-2">
        <div aria-hidden="true" className="flex flex-col justify-between text-right text-12 text-ink-3">
          <span>{top.toLocaleString('en')}</span>
          <span>0</span>
        </div>
        <svg
          role="img"
          aria-label={words.chart(utcDayText(first.day), utcDayText(last.day), most)}
          viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-40 w-full border-y border-line"
        >
          {days.map(({ day, visits }, index) => {
            const height = (visits / top) * HEIGHT;
            return (
              <rect
                key={day}
                x={index * STEP + (STEP - WIDTH_OF_BAR) / 2}
                y={HEIGHT - height}
                width={WIDTH_OF_BAR}
                height={height}
                className="fill-accent"
              />
            );
          })}
        </svg>
      </div>
      <figcaption aria-hidden="true" className="flex justify-between text-12 text-ink-3">
        <span>{utcDayText(first.day)}</span>
        <span>{utcDayText(last.day)}</span>
      </figcaption>
    </figure>
  );
}
