import type { FormField } from '@keyholder/domain';
import { embedWords as words, fieldWords } from '../messages/forms.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Panel, Section } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea, TextInput } from '../ui/text-input.tsx';

/** How the form asks. Nothing in it can be filled in or sent. */
export const FormPreview = ({ fields }: { fields: readonly FormField[] }) => (
  <Section title={words.preview}>
    <p className="text-12 text-ink-3">{words.previewHelp}</p>
    <Panel className="p-4">
      <div inert className="flex flex-col gap-3">
        {fields.map((field, at) => (
          <Asked key={`${field.key} ${at}`} field={field} />
        ))}
        <div>
          <Button kind="primary">{words.send}</Button>
        </div>
      </div>
    </Panel>
  </Section>
);

function Asked({ field: { label, kind, required } }: { field: FormField }) {
  const shown = label === '' ? '…' : label;
  if (kind === 'checkbox')
    return <Checkbox label={required ? `${shown} *` : shown} readOnly checked={false} />;
  return (
    <Field label={shown} {...(required ? { mark: fieldWords.mark } : {})}>
      {kind === 'textarea' ? (
        <TextArea rows={4} readOnly />
      ) : kind === 'select' ? (
        <Select value={null} options={[]} placeholder={words.choose} onChange={() => undefined} />
      ) : (
        <TextInput readOnly />
      )}
    </Field>
  );
}
