import type { LengthVerdict } from '@keyholder/domain';
import { seoWords as words } from '../messages/seo.ts';
import { StatusPill } from '../ui/status-pill.tsx';

const TONE = { missing: 'danger', short: 'warn', good: 'ok', long: 'warn' } as const;

export const LengthMark = ({ verdict }: { verdict: LengthVerdict }) => (
  <StatusPill tone={TONE[verdict]}>{words.verdict[verdict]}</StatusPill>
);
