import { BareCheckbox } from './checkbox.tsx';
import type { Selection } from './selection.ts';
import { Td } from './table.tsx';
import { words } from './words.ts';

/** The box in front of a row; shift-click takes the rows between. */
export function PickCell({ selection, id, label }: { selection: Selection; id: string; label: string }) {
  return (
    <Td as="pick">
      <BareCheckbox
        label={label}
        checked={selection.has(id)}
        onChange={(event) =>
          selection.toggle(id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
        }
      />
    </Td>
  );
}

export function PickAllHead({
  selection,
  label = words.selectAll,
}: {
  selection: Selection;
  label?: string;
}) {
  return (
    <th scope="col" role="columnheader" className="pick">
      <BareCheckbox
        label={label}
        checked={selection.state === 'all'}
        mixed={selection.state === 'some'}
        onChange={selection.toggleAll}
        className="-my-1.5"
      />
    </th>
  );
}
