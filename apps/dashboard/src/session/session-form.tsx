import type { FormEvent, ReactNode } from 'react';
import { FocusedHeading } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';

/** Heading, one form on a sheet, links under it: all session pages look like this. */
export function SessionForm({
  title,
  lead,
  onSubmit,
  children,
  under,
}: {
  title: string;
  lead?: ReactNode;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  children: ReactNode;
  under?: ReactNode;
}) {
  return (
    <>
      <FocusedHeading>{title}</FocusedHeading>
      {lead && <div className="mt-2 text-ink-2">{lead}</div>}
      <Panel className="mt-5">
        <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4 p-5">
          {children}
        </form>
      </Panel>
      {under && (
        <div className="mt-4 flex flex-wrap gap-x-4 gap-y-2 text-13 text-ink-2 [&_a]:text-ink [&_a]:underline [&_a]:underline-offset-3">
          {under}
        </div>
      )}
    </>
  );
}
/** A result in place of the form: what happened and where to go. */
export function SessionResult({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <>
      <FocusedHeading>{title}</FocusedHeading>
      <div className="mt-2 flex flex-col gap-2 text-ink-2">{children}</div>
      {actions && <div className="mt-5 flex flex-wrap gap-2">{actions}</div>}
    </>
  );
}
