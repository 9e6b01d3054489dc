import { isWebhookUrl } from '@keyholder/domain';
import { useId, useState, type FormEvent } from 'react';
import { webhookWords as words } from '../messages/webhooks.ts';
import { asProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { words as uiWords } from '../ui/words.ts';
import { EventPicker } from './event-picker.tsx';
import type { Endpoint } from './webhook-commands.ts';

interface EndpointDialogProps {
  title: string;
  verb: string;
  busyVerb: string;
  start: Endpoint;
  /** The mutation behind it. */
  saving: { isPending: boolean; error: unknown };
  onSave: (endpoint: Endpoint) => void;
  onClose: () => void;
}

/** The address of an endpoint and what it is told; mounted for as long as it is open. */
export function EndpointDialog(props: EndpointDialogProps) {
  const { title, verb, busyVerb, start, saving, onSave, onClose } = props;
  const id = useId();
  const [url, setUrl] = useState(start.url);
  const [events, setEvents] = useState(start.events);
  const [tried, setTried] = useState(false);
  const problem = saving.error ? asProblem(saving.error) : null;
  const said = (field: string) => problem?.fields.find((each) => each.field.startsWith(field))?.message;
  // Whether this machine itself may be named is the server's to say.
  const isAddress = isWebhookUrl(url.trim(), true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isAddress || events.length === 0)
      document
        .getElementById(id)
        ?.querySelector<HTMLElement>(isAddress ? 'input[type=checkbox]' : 'input')
        ?.focus();
    else if (!saving.isPending) onSave({ url: url.trim(), events });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      form
      locked={saving.isPending}
      footer={
        <>
          <Button onClick={onClose}>{uiWords.cancel}</Button>
          <Button type="submit" form={id} kind="primary" busy={saving.isPending} busyLabel={busyVerb}>
            {verb}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {problem && problem.fields.length === 0 && <ProblemNote problem={problem} />}
        <Field
          label={words.address}
          help={words.addressHelp}
          error={tried && !isAddress ? words.addressWrong : said('url')}
          required
        >
          <TextInput
            type="url"
            value={url}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setUrl(event.target.value)}
          />
        </Field>
        <EventPicker
          chosen={events}
          error={tried && events.length === 0 ? words.eventsMissing : said('events')}
          onChange={setEvents}
        />
      </form>
    </Dialog>
  );
}
