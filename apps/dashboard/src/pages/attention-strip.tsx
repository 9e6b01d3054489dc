import { Link } from '@tanstack/react-router';
import { shellWords } from '../messages/shell.ts';
import { overviewWords as words } from '../messages/sites.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { useAccount } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import type { Attention } from './use-attention.ts';

/** Five numbers, each a link to the list behind it; each block fails alone. */
export function AttentionStrip({ attention }: { attention: Attention }) {
  const params = { account: useAccount().slug };
  const { counts, problem, retry } = attention;
  return (
    <>
      <div className="grid grid-cols-5 overflow-hidden rounded-3 border border-line bg-surface max-md:grid-cols-2">
        <Link
          to="/$account/members"
          params={params}
          search={{ tab: 'pending', flag: 'expired', all: true }}
          className={cell}
        >
          <Figure n={counts.expired} tone="danger" text={words.expired} />
        </Link>
        <Link
          to="/$account/members"
          params={params}
          search={{ tab: 'pending', flag: 'failed', all: true }}
          className={cell}
        >
          <Figure n={counts.notDelivered} tone="danger" text={words.notDelivered} />
        </Link>
        <Link to="/$account/members" params={params} search={{ flag: 'inactive' }} className={cell}>
          <Figure n={counts.inactive} tone="warn" text={words.inactive} />
        </Link>
        <Link to="/$account/members" params={params} search={{ flag: 'powerful' }} className={cell}>
          <Figure n={counts.powerful} tone="warn" text={words.powerful} />
        </Link>
        <Link to="/$account/sites" params={params} search={{ flag: 'no-owner' }} className={cell}>
          <Figure n={counts.withoutOwner} tone="danger" text={words.withoutOwner} />
        </Link>
      </div>
      {problem !== null && (
        <ProblemNote
          problem={problem}
          action={
            <Button size="small" onClick={retry}>
              {shellWords.retry}
            </Button>
          }
        />
      )}
    </>
  );
}

const cell =
  'border-line p-4 no-underline hover:bg-canvas focus-visible:outline-offset-[-2px] md:not-first:border-l max-md:even:border-l max-md:nth-[n+3]:border-t max-md:last:col-span-2';
const NUMBER = { warn: 'text-warn', danger: 'text-danger' } as const;

interface FigureProps {
  /** Undefined until it is known: the space is kept. */
  n: number | undefined;
  tone: keyof typeof NUMBER;
  text: (n: number) => string;
}
const Figure = ({ n, tone, text }: FigureProps) => (
  <>
    <b className={cx('block text-28 font-semibold tracking-[-0.02em]', n ? NUMBER[tone] : 'text-ink-3')}>
      {n ?? '\u00a0'}
    </b>
    <span className="text-13 text-ink-2">{text(n ?? 0)}</span>
  </>
);
