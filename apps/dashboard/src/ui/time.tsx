import type { ReactNode } from 'react';
import { useNow } from './clock.ts';
import { useLook } from './preferences.ts';
import {
  absoluteText,
  agoText,
  dateText,
  datedMomentText,
  sentenceCase,
  shortMomentText,
  untilText,
} from './time-text.ts';

interface StampProps {
  at: string;
  text: string;
  /** What the tooltip says; the exact time where it is not the text already. */
  full?: string;
  className?: string | undefined;
}
const Stamp = ({ at, text, full = absoluteText(Date.parse(at)), className }: StampProps) => (
  <time dateTime={at} title={full} className={className}>
    <span aria-hidden="true">{text}</span>
    <span className="sr-only">{`${text}, ${full}`}</span>
  </time>
);

export interface TimeProps {
  /** RFC 3339, as the server sends it. */
  at: string;
  /** Inside a sentence: "yesterday" in place of "Yesterday". */
  inline?: boolean | undefined;
  className?: string | undefined;
}
/** "2 minutes ago", with the exact time as tooltip and for screen readers; or the other way round, as preferred. */
export function Time({ at, inline = false, className }: TimeProps) {
  const ago = agoText(Date.parse(at), useNow());
  const { timeStyle } = useLook();
  if (timeStyle === 'absolute')
    return <Stamp at={at} text={datedMomentText(Date.parse(at))} full={ago} className={className} />;
  return <Stamp at={at} text={inline ? ago : sentenceCase(ago)} className={className} />;
}

/** "1 Mar 2026". */
export const DateOnly = ({ at, className }: Omit<TimeProps, 'inline'>) => (
  <Stamp at={at} text={dateText(Date.parse(at))} className={className} />
);

/** "20 Nov 09:14". */
export const Moment = ({ at, className }: Omit<TimeProps, 'inline'>) => (
  <Stamp at={at} text={shortMomentText(Date.parse(at))} className={className} />
);

export interface CountdownState {
  /** ms left; 0 when over. */
  left: number;
  over: boolean;
  /** "in 46 hours", or "6 days ago" when over. */
  text: string;
}
export function useCountdown(until: string): CountdownState {
  const at = Date.parse(until);
  const now = useNow(at);
  const over = now >= at;
  return { left: Math.max(0, at - now), over, text: over ? agoText(at, now) : untilText(at, now) };
}

/** Counts towards an instant; the caller words and colours it. */
export function Countdown({
  until,
  children,
}: {
  until: string;
  children?: (state: CountdownState) => ReactNode;
}) {
  const state = useCountdown(until);
  const content = children ? children(state) : state.text;
  return (
    <time dateTime={until} title={absoluteText(Date.parse(until))}>
      {content}
      <span className="sr-only">, {absoluteText(Date.parse(until))}</span>
    </time>
  );
}
