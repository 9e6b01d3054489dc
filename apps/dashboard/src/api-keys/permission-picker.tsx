import type { KeyPermission } from '@keyholder/domain';
import { useId } from 'react';
import { apiKeyWords as words } from '../messages/api-keys.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { sentenceCase } from '../ui/time-text.ts';
import { groupsOf } from './permission-groups.ts';

interface PermissionPickerProps {
  /** What the maker holds, and so may lend. */
  held: readonly KeyPermission[];
  chosen: readonly KeyPermission[];
  error: string | undefined;
  onChange: (chosen: readonly KeyPermission[]) => void;
}

/** What a key may do, area by area. */
export function PermissionPicker({ held, chosen, error, onChange }: PermissionPickerProps) {
  const id = useId();
  const all = chosen.length === held.length;
  return (
    <fieldset
      aria-describedby={`${error === undefined ? '' : `${id}-error `}${id}-help`}
      className="m-0 flex min-w-0 flex-col gap-2 border-0 p-0"
    >
      <legend className="mb-1 p-0 font-semibold">{words.choose}</legend>
      <div className="rounded-2 border border-line">
        {groupsOf(held).map(({ area, abilities }) => (
          <div
            key={area}
            role="group"
            aria-label={area}
            className="flex flex-wrap items-center gap-x-4 border-b border-line px-3 py-1 last:border-b-0"
          >
            <span className="w-36 max-sm:w-full max-sm:pt-1">{area}</span>
            {abilities.map(({ permission, verb }) => (
              <Checkbox
                key={permission}
                label={sentenceCase(verb)}
                checked={chosen.includes(permission)}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...chosen, permission]
                      : chosen.filter((each) => each !== permission),
                  )
                }
              />
            ))}
          </div>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className="text-12 text-danger">
          {error}
        </p>
      )}
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <p id={`${id}-help`} className="flex-1 basis-60 text-12 text-ink-3">
          {words.chooseHelp}
        </p>
        <Button kind="link" size="small" onClick={() => onChange(all ? [] : held)}>
          {all ? words.noneHeld : words.allHeld}
        </Button>
      </div>
    </fieldset>
  );
}
