import { inviteManyWords as words } from '../messages/invite-many.ts';
import { RoleName } from '../role-name.tsx';
import { Button } from '../ui/button.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { StackOnly, Td, Tr } from '../ui/table.tsx';
import type { Judged } from './use-list.ts';

/** One line with its verdict; without actions in the result. */
export function LineRow({
  judged,
  onFix,
  onDrop,
}: {
  judged: Judged;
  onFix?: (() => void) | undefined;
  onDrop?: (() => void) | undefined;
}) {
  const { line, email, site, role, reason } = judged;
  const where = site?.name ?? line.site;
  return (
    <Tr data-line={line.id}>
      <Td as="drop" muted>
        {line.id}
      </Td>
      <Td className="font-medium [overflow-wrap:anywhere]">
        <span className="block md:min-w-44">{email}</span>
        <StackOnly>{where}</StackOnly>
      </Td>
      <Td as="drop" className="[overflow-wrap:anywhere]">
        {where}
      </Td>
      <Td>{role ? <RoleName role={role} /> : line.role}</Td>
      <Td as="wide">
        {reason === undefined ? (
          <span className="text-ink-3">{words.checking}</span>
        ) : reason === null ? (
          <StatusPill tone="ok">{words.ready}</StatusPill>
        ) : (
          <span className="text-danger">{reason}</span>
        )}
      </Td>
      {onFix && (
        <Td as="act">
          <span className="inline-flex items-center justify-end gap-1">
            <Button kind="link" size="small" aria-label={words.fixLine(email)} onClick={onFix}>
              {words.fix}
            </Button>
            <Button kind="quiet" size="small" aria-label={words.dropLine(email)} onClick={onDrop}>
              {words.drop}
            </Button>
          </span>
        </Td>
      )}
    </Tr>
  );
}
