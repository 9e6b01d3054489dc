import { WEBHOOK_EVENTS, type WebhookEvent } from '@keyholder/domain';
import { useId } from 'react';
import { webhookWords as words } from '../messages/webhooks.ts';
import { Checkbox } from '../ui/checkbox.tsx';

interface EventPickerProps {
  chosen: readonly WebhookEvent[];
  error: string | undefined;
  onChange: (chosen: readonly WebhookEvent[]) => void;
}

/** What an endpoint is told, by what it is about. */
export function EventPicker({ chosen, error, onChange }: EventPickerProps) {
  const id = useId();
  const groups = Object.entries(
    Object.groupBy(WEBHOOK_EVENTS, (event) => event.slice(0, event.indexOf('.'))),
  );
  return (
    <fieldset
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      className="m-0 flex min-w-0 flex-col gap-2 border-0 p-0"
    >
      <legend className="mb-1 p-0 font-semibold">{words.events}</legend>
      <div className="grid grid-cols-2 gap-x-6 gap-y-3 rounded-2 border border-line p-3 max-sm:grid-cols-1">
        {groups.map(([noun, events = []]) => (
          <div key={noun} role="group" aria-label={words.groups[noun]}>
            <p className="text-13 text-ink-3">{words.groups[noun]}</p>
            {events.map((event) => (
              <Checkbox
                key={event}
                label={words.event[event]}
                checked={chosen.includes(event)}
                onChange={(change) =>
                  onChange(
                    WEBHOOK_EVENTS.filter((each) =>
                      each === event ? change.target.checked : chosen.includes(each),
                    ),
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
    </fieldset>
  );
}
