import { cx } from './cx.ts';

const HEIGHT = ['h-[5px]', 'h-2', 'h-3'] as const;

/** Three small bars before a name that already says it. */
export const ReachMark = ({ level }: { level: 1 | 2 | 3 }) => (
  <span aria-hidden="true" className="inline-flex h-3 flex-none items-end gap-0.5">
    {HEIGHT.map((height, bar) => (
      <i
        key={height}
        className={cx('w-[3px] rounded-[1px]', height, bar < level ? 'bg-ink' : 'bg-line-strong opacity-35')}
      />
    ))}
  </span>
);
