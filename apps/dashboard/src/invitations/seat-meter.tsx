import { useQuery } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { inviteWords as words } from '../messages/invitations.ts';
import { Meter } from '../ui/progress.tsx';

const SHOWN_FROM = 0.8;

/** How many seats are left, once it gets tight; only for those who may know. */
export function SeatMeter({ accountId }: { accountId: string }) {
  const plan = useQuery({
    queryKey: keys.account(accountId, 'account'),
    queryFn: () => data(api.v1.accounts[':account'].$get({ param: { account: accountId } })),
  }).data?.plan;
  if (!plan || plan.seatLimit === null) return null;
  const { used, reserved, seatLimit } = plan;
  if (used + reserved < SHOWN_FROM * seatLimit) return null;
  const text = words.seats(used, seatLimit, reserved);
  return (
    <div className="flex flex-col gap-1 text-12 text-ink-2">
      <span>{text}</span>
      <Meter value={used + reserved} max={seatLimit} label={text} />
    </div>
  );
}
