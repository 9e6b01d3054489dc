import { SITE_ROLE_LABELS, SITE_ROLES } from '@keyholder/domain';
import { useEffect, useRef } from 'react';
import { inviteManyWords as words } from '../messages/invite-many.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { Td, Tr } from '../ui/table.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { Line, Site } from './understand.ts';
import type { Judged } from './use-list.ts';

const ROLES = SITE_ROLES.map((value) => ({ value, label: SITE_ROLE_LABELS[value] }));

/** A line while it is fixed: every change is judged at once. */
export function EditRow({
  judged: { line, site, role, reason },
  sites,
  onWrite,
  onDone,
}: {
  judged: Judged;
  sites: readonly Site[];
  onWrite: (line: Line) => void;
  onDone: () => void;
}) {
  const email = useRef<HTMLInputElement>(null);
  useEffect(() => email.current?.focus(), []);
  return (
    <Tr data-line={line.id} selected>
      <Td as="drop" muted>
        {line.id}
      </Td>
      <Td as="wide" className="max-md:pb-2">
        <TextInput
          ref={email}
          className="md:min-w-44"
          inputMode="email"
          aria-label={words.emailOf(line.id)}
          value={line.email}
          onChange={(event) => onWrite({ ...line, email: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.metaKey || event.ctrlKey) return;
            event.preventDefault();
            onDone();
          }}
        />
      </Td>
      <Td as="wide" className="max-md:pb-2">
        <Select
          label={words.siteOf(line.id)}
          className="md:min-w-36"
          value={site?.id ?? null}
          placeholder={line.site || words.chooseSite}
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => onWrite({ ...line, site: next })}
        />
      </Td>
      <Td as="wide" className="max-md:pb-2">
        <Select
          label={words.roleOf(line.id)}
          className="md:min-w-36"
          value={role}
          placeholder={line.role || words.chooseRole}
          options={ROLES}
          onChange={(next) => onWrite({ ...line, role: next })}
        />
      </Td>
      <Td as="wide" className={typeof reason === 'string' ? 'text-danger' : 'text-ink-2'}>
        {reason === undefined ? words.checking : (reason ?? words.ready)}
      </Td>
      <Td as="act">
        <Button size="small" onClick={onDone}>
          {words.done}
        </Button>
      </Td>
    </Tr>
  );
}
