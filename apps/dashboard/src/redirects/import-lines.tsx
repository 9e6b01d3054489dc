import { useState } from 'react';
import { REDIRECT_STATUSES } from '@keyholder/domain';
import { redirectImportWords as words, redirectWords } from '../messages/redirects.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { StackOnly, Table, Td, Th, Tr } from '../ui/table.tsx';
import type { JudgedRow } from './use-import.ts';

/** The lines with what becomes of each, or only those that were refused. */
export function ImportLines({ lines, refused = false }: { lines: readonly JudgedRow[]; refused?: boolean }) {
  const [only, setOnly] = useState(false);
  const bad = lines.filter(({ reason }) => reason !== null);
  const shown = only ? bad : lines;
  return (
    <>
      {!refused && bad.length > 0 && bad.length < lines.length && (
        <Checkbox
          label={words.onlyRefused(bad.length)}
          checked={only}
          onChange={(event) => setOnly(event.target.checked)}
        />
      )}
      <Table
        caption={refused ? words.refusedCaption : words.caption}
        head={
          <>
            <Th>{words.line}</Th>
            <Th>{redirectWords.path}</Th>
            <Th>{redirectWords.target}</Th>
            <Th>{redirectWords.kind}</Th>
            <Th>{refused ? words.reason : words.verdict}</Th>
          </>
        }
      >
        {shown.map((row) => (
          <Tr key={row.line}>
            <Td as="drop" muted>
              {row.line}
            </Td>
            <Td className="font-mono text-13 [overflow-wrap:anywhere]">
              {row.path}
              <StackOnly>{row.target}</StackOnly>
            </Td>
            <Td as="drop" className="font-mono text-13 [overflow-wrap:anywhere]">
              {row.target}
            </Td>
            <Td className="whitespace-nowrap">{kindText(row.status)}</Td>
            <Td as="wide">
              {row.reason === null ? (
                <StatusPill tone="ok">{words.ready}</StatusPill>
              ) : (
                <span className="text-danger [overflow-wrap:anywhere]">{row.reason}</span>
              )}
            </Td>
          </Tr>
        ))}
      </Table>
    </>
  );
}

function kindText(status: string): string {
  const known = REDIRECT_STATUSES.find((each) => String(each) === status);
  return known === undefined ? status : redirectWords.kindOf[known];
}
