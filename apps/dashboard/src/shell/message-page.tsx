import type { ReactNode } from 'react';
import { FocusedHeading } from '../ui/page-header.tsx';

/** One heading, one sentence, a way on. */
export const MessagePage = ({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: ReactNode;
}) => (
  <div className="mx-auto flex w-full max-w-reading flex-col items-start gap-4 px-4 py-16">
    <FocusedHeading>{title}</FocusedHeading>
    <p className="text-ink-2">{text}</p>
    <div className="flex flex-wrap gap-2">{children}</div>
  </div>
);
