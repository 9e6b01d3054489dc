import { membersWords as words } from '../messages/members.ts';
import { serverNow, useNow } from '../ui/clock.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import { DateOnly, Time } from '../ui/time.tsx';
import type { SiteMember } from './member-queries.ts';

const DAY_MS = 86_400_000;
const INACTIVE_DAYS = 90;
const NEVER_DAYS = 14;
const ENDS_SOON_DAYS = 14;

/** Amber from 90 days on, and for who never came in two weeks. */
export function LastActive({ member: { lastActiveAt, joinedAt } }: { member: SiteMember }) {
  const now = useNow();
  if (lastActiveAt === null)
    return now - Date.parse(joinedAt) >= NEVER_DAYS * DAY_MS ? (
      <StatusPill tone="warn">{words.never}</StatusPill>
    ) : (
      words.never
    );
  const away = now - Date.parse(lastActiveAt) >= INACTIVE_DAYS * DAY_MS;
  return away ? (
    <StatusPill tone="warn">
      <Time at={lastActiveAt} inline />
    </StatusPill>
  ) : (
    <Time at={lastActiveAt} />
  );
}

export const endsSoon = ({ accessUntil }: SiteMember, now: number = serverNow()): boolean =>
  accessUntil !== null && Date.parse(accessUntil) - now < ENDS_SOON_DAYS * DAY_MS;

/** Amber within 14 days, and when it is over. */
export function AccessUntil({ member }: { member: SiteMember }) {
  const now = useNow();
  const { accessUntil, ended } = member;
  if (accessUntil === null) return words.noEnd;
  const over = ended || Date.parse(accessUntil) <= now;
  if (!over && !endsSoon(member, now)) return <DateOnly at={accessUntil} />;
  return (
    <StatusPill tone="warn">
      {over && words.ended} <DateOnly at={accessUntil} />
    </StatusPill>
  );
}
