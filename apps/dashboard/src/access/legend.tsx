import { SITE_ROLE_LABELS, SITE_ROLE_LETTERS, SITE_ROLE_REACH, SITE_ROLES } from '@keyholder/domain';
import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { accessWords as words } from '../messages/access.ts';
import { cx } from '../ui/cx.ts';

const FILL = { 1: 'text-ink', 2: 'bg-fill-2 text-ink', 3: 'bg-ink text-canvas' } as const;
const clock = <Clock aria-hidden="true" size={12} strokeWidth={2} />;

/** What the letters and colours of the cells mean. */
export const Legend = () => (
  <ul className="flex flex-wrap gap-x-4 gap-y-2 border-t border-line px-3 py-2.5 text-12 text-ink-2">
    {SITE_ROLES.map((role) => (
      <Entry key={role} sign={SITE_ROLE_LETTERS[role]} look={FILL[SITE_ROLE_REACH[role]]}>
        {SITE_ROLE_LABELS[role]}
      </Entry>
    ))}
    <Entry sign={clock} look="border border-warn bg-warn-soft text-warn">
      {words.legend.offer}
    </Entry>
    <Entry sign={clock} look="border border-danger bg-danger-soft text-danger">
      {words.legend.expired}
    </Entry>
    <Entry sign="" look="border-2 border-accent bg-accent-soft">
      {words.legend.staged}
    </Entry>
  </ul>
);

const Entry = ({ sign, look, children }: { sign: ReactNode; look: string; children: ReactNode }) => (
  <li className="inline-flex items-center gap-1.5">
    <span
      aria-hidden="true"
      className={cx('grid h-5 min-w-7 place-items-center rounded-1 px-1 font-semibold', look)}
    >
      {sign}
    </span>
    {children}
  </li>
);
