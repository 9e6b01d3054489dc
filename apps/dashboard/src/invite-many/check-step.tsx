import { useState } from 'react';
import { inviteManyWords as words } from '../messages/invite-many.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Note } from '../ui/note.tsx';
import { Table, Th, ThHidden } from '../ui/table.tsx';
import { EditRow } from './edit-row.tsx';
import { LineRow } from './line-row.tsx';
import { Said } from '../ui/said.tsx';
import type { Site } from './understand.ts';
import type { List } from './use-list.ts';

/** What would become of each line; the bad ones are fixed or dropped here. */
export function CheckStep({ list, sites, tried }: { list: List; sites: readonly Site[]; tried: boolean }) {
  const [only, setOnly] = useState(false);
  const [editing, setEditing] = useState<number | null>(null);
  const { judged, ready, dryRun, leftOut } = list;
  const looking = judged.some(({ reason }) => reason === undefined) && !dryRun.isError;
  const bad = judged.filter(({ reason }) => typeof reason === 'string').length;
  // The line being edited stays, also when it has become a good one.
  const shown = only ? judged.filter((each) => each.reason !== null || each.line.id === editing) : judged;
  const focus = (id: number | undefined) =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-line="${id}"] button`)?.focus());
  return (
    <>
      <Said text={looking ? words.checking : words.summary(ready.length, judged.length - ready.length)} />
      {leftOut > 0 && <Note>{words.tooMany(leftOut)}</Note>}
      {tried && !looking && ready.length === 0 && (
        <Note tone="danger" role="alert">
          {words.noneReady}
        </Note>
      )}
      {dryRun.isError && <ProblemPanel problem={dryRun.error} onRetry={() => void dryRun.refetch()} />}
      {(bad > 0 || only) && (
        <Checkbox
          label={words.onlyFaulty(bad)}
          checked={only}
          onChange={(event) => setOnly(event.target.checked)}
        />
      )}
      {shown.length > 0 && (
        <Table
          caption={words.caption}
          head={
            <>
              <Th>{words.line}</Th>
              <Th>{words.email}</Th>
              <Th>{words.siteHead}</Th>
              <Th>{words.roleHead}</Th>
              <Th>{words.verdict}</Th>
              <ThHidden>{words.actions}</ThHidden>
            </>
          }
        >
          {shown.map((each) =>
            each.line.id === editing ? (
              <EditRow
                key={each.line.id}
                judged={each}
                sites={sites}
                onWrite={list.write}
                onDone={() => {
                  setEditing(null);
                  focus(each.line.id);
                }}
              />
            ) : (
              <LineRow
                key={each.line.id}
                judged={each}
                onFix={() => setEditing(each.line.id)}
                onDrop={() => {
                  const at = shown.indexOf(each);
                  list.drop(each.line.id);
                  focus((shown[at + 1] ?? shown[at - 1])?.line.id);
                }}
              />
            ),
          )}
        </Table>
      )}
    </>
  );
}
