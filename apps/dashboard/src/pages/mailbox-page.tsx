import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { MailView } from '../mailbox/mail-view.tsx';
import { mailboxQuery } from '../mailbox/mailbox-query.ts';
import { mailboxWords as words } from '../messages/sites.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Note } from '../ui/note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchInput } from '../ui/search-input.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { Time } from '../ui/time.tsx';

/** Development only: what would have been mailed, newest first, read again every two seconds. */
export function MailboxPage() {
  usePageTitle(words.title);
  const { id } = useParams({ strict: false });
  const { to = '' } = useSearch({ from: '/dev/mailbox' });
  const navigate = useNavigate();
  const mailbox = useQuery(mailboxQuery);
  const mails = (mailbox.data ?? []).filter((mail) => mail.to.toLowerCase().includes(to.toLowerCase()));
  const open = mailbox.data?.find((mail) => mail.id === id);
  return (
    <>
      <SkipLink />
      <main id="main" tabIndex={-1} className="mx-auto max-w-page px-8 py-5 max-md:px-4">
        <PageHeader title={words.title} />
        <Note tone="info" className="mb-4">
          {words.banner}
        </Note>
        <div className="grid grid-cols-[340px_minmax(0,1fr)] items-start gap-5 max-lg:grid-cols-1">
          <div className="flex flex-col gap-3">
            <SearchInput
              label={words.find}
              value={to}
              onChange={(next) => void navigate({ to: '.', search: next ? { to: next } : {}, replace: true })}
            />
            {mailbox.isPending && <SkeletonRows rows={4} />}
            {mailbox.isError && (
              <ProblemPanel problem={mailbox.error} onRetry={() => void mailbox.refetch()} />
            )}
            {mailbox.data && mails.length === 0 && <EmptyState text={to ? words.noMatch(to) : words.empty} />}
            {mails.length > 0 && (
              <Panel>
                <ul aria-label={words.list} className="max-h-[70dvh] divide-y divide-line overflow-y-auto">
                  {mails.map((mail) => (
                    <li key={mail.id}>
                      <Link
                        to="/dev/mailbox/$id"
                        params={{ id: mail.id }}
                        search={to ? { to } : {}}
                        className="block px-3.5 py-2.5 no-underline hover:bg-canvas focus-visible:outline-offset-[-2px] aria-[current=page]:bg-accent-soft"
                      >
                        <span className="block truncate font-semibold">{mail.subject}</span>
                        <span className="flex justify-between gap-3 text-12 text-ink-2">
                          <span className="truncate">{mail.to}</span>
                          <Time at={mail.sentAt} className="flex-none" />
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
          </div>
          {open ? (
            <MailView key={open.id} mail={open} />
          ) : (
            <EmptyState text={id !== undefined && mailbox.data ? words.gone : words.choose} />
          )}
        </div>
      </main>
    </>
  );
}
