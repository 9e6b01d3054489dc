import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { analyticsWords as words } from '../messages/analytics.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { serverNow } from '../ui/clock.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Panel, Section } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Table, Td, Th, Tr } from '../ui/table.tsx';
import { utcDayText } from './utc-day.ts';
import { analyticsQuery, daysOf, SPANS, type Analytics, type Span } from './analytics-query.ts';
import { VisitsChart } from './visits-chart.tsx';

interface AnalyticsPanelProps {
  siteId: string;
  span: Span;
  onSpan: (span: Span) => void;
}

export function AnalyticsPanel({ siteId, span, onSpan }: AnalyticsPanelProps) {
  // The day of the first look: a page left open over midnight keeps one span until it is chosen anew.
  const [now] = useState(serverNow);
  const query = useQuery(analyticsQuery(siteId, daysOf(span, now)));
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 pb-4">
        <div className="w-44">
          <Select
            label={words.span}
            value={span}
            options={SPANS.map((value) => ({ value, label: words.spans[value] }))}
            onChange={onSpan}
          />
        </div>
        <span className="text-12 text-ink-3">{words.days}</span>
      </div>
      {query.isPending && <SkeletonRows />}
      {query.isError && !query.data && (
        <ProblemPanel problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <div
          className="flex flex-col gap-6 data-stale:opacity-60"
          data-stale={query.isPlaceholderData || undefined}
        >
          <Numbers analytics={query.data} days={Number(span)} />
          {query.data.visits === 0 && <HowTo siteId={siteId} />}
        </div>
      )}
    </>
  );
}

function Numbers({ analytics, days }: { analytics: Analytics; days: number }) {
  return (
    <>
      <div>
        <p className="text-28 font-semibold">{words.visits(analytics.visits)}</p>
        <p className="text-13 text-ink-2">
          {words.compared(analytics.visits, analytics.previous.visits, days)}
        </p>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Section title={words.perDay}>
          <Panel className="p-4">
            <VisitsChart days={analytics.days} />
          </Panel>
        </Section>
        <Section title={words.byDay}>
          <div
            className="max-h-64 overflow-y-auto rounded-3 border-b border-line"
            tabIndex={0}
            role="group"
            aria-label={words.byDay}
          >
            <Counts
              caption={words.byDayCaption}
              head={words.day}
              rows={analytics.days.toReversed().map(({ day, visits }) => [utcDayText(day), visits])}
            />
          </div>
        </Section>
        <Section title={words.byPage}>
          <Counts
            caption={words.byPageCaption}
            head={words.page}
            rows={analytics.pages.map(({ path, visits }) => [path, visits])}
          />
        </Section>
        <Section title={words.byReferrer}>
          <Counts
            caption={words.byReferrerCaption}
            head={words.host}
            rows={analytics.referrers.map(({ host, visits }) => [host, visits])}
          />
        </Section>
      </div>
    </>
  );
}

interface CountsProps {
  caption: string;
  head: string;
  rows: readonly (readonly [what: string, visits: number])[];
}
const Counts = ({ caption, head, rows }: CountsProps) =>
  rows.length === 0 ? (
    <p className="text-ink-3">{words.empty}</p>
  ) : (
    <Table
      caption={caption}
      head={
        <>
          <Th>{head}</Th>
          <Th className="end">{words.visitsHead}</Th>
        </>
      }
    >
      {rows.map(([what, visits]) => (
        <Tr key={what}>
          <Td className="[overflow-wrap:anywhere]">{what}</Td>
          <Td as="end">{visits.toLocaleString('en')}</Td>
        </Tr>
      ))}
    </Table>
  );

function HowTo({ siteId }: { siteId: string }) {
  const address = `POST ${location.origin}/api/v1/sites/${siteId}/analytics/visits`;
  return (
    <Panel className="flex flex-col items-start gap-2 p-4">
      <p className="text-ink-2">{words.howTo}</p>
      <code className="font-mono text-13 [overflow-wrap:anywhere]">{`${address} {"path": "/prices"}`}</code>
      <CopyButton text={address} kind="secondary" />
    </Panel>
  );
}
