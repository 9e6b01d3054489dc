import { FORM_FIELD_KINDS, FORM_LIMITS, type FormFieldKind } from '@keyholder/domain';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import { fieldWords as words } from '../messages/forms.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea, TextInput } from '../ui/text-input.tsx';
import type { DraftField } from './form-draft.ts';

const LONGEST: Partial<Record<FormFieldKind, number>> = {
  text: FORM_LIMITS.text,
  email: 254,
  textarea: FORM_LIMITS.textarea,
};
const KINDS = FORM_FIELD_KINDS.map((value) => ({ value, label: words.kindOf[value] }));

interface FieldEditorProps {
  field: DraftField;
  place: number;
  all: number;
  /** Somebody tried to save: every fault is shown; before that, those of parts that were left. */
  tried: boolean;
  faultOf: (part: string) => string | undefined;
  saidOf: (part: string) => string | undefined;
  onWrite: (change: Partial<DraftField>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One question of a form. */
export function FieldEditor(props: FieldEditorProps) {
  const { field, place, all, tried, faultOf, saidOf, onWrite, onMove, onRemove } = props;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const name = field.label.trim() || words.one(place);
  const leave = (part: string) => () => setLeft(new Set([...left, part]));
  const error = (part: string) => (tried || left.has(part) ? faultOf(part) : undefined) ?? saidOf(part);
  const most = LONGEST[field.kind];
  return (
    <Panel>
      <fieldset data-field={field.id} className="m-0 flex min-w-0 flex-col gap-3 border-0 p-4">
        <legend className="sr-only">{name}</legend>
        <div className="flex items-center gap-1">
          <span aria-hidden="true" className="min-w-0 flex-1 truncate text-13 text-ink-3">
            {words.one(place)}
          </span>
          <MoveButton label={words.up(name)} by={-1} able={place > 1} onMove={onMove} />
          <MoveButton label={words.down(name)} by={1} able={place < all} onMove={onMove} />
          <IconButton
            label={words.remove(name)}
            icon={<X aria-hidden="true" size={16} strokeWidth={1.5} />}
            onClick={onRemove}
          />
        </div>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={words.label} error={error('label')} required>
            <TextInput
              value={field.label}
              autoComplete="off"
              onChange={(event) => onWrite({ label: event.target.value })}
              onBlur={leave('label')}
            />
          </Field>
          <Field label={words.kind}>
            <Select value={field.kind} options={KINDS} onChange={(kind) => onWrite({ kind })} />
          </Field>
          <Field label={words.key} help={field.fixed ? words.keyFixed : words.keyHelp} error={error('key')}>
            <TextInput
              value={field.key}
              readOnly={field.fixed}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              className="font-mono"
              onChange={(event) => onWrite({ key: event.target.value })}
              onBlur={leave('key')}
            />
          </Field>
          {most !== undefined && (
            <Field label={words.longest} help={words.longestHelp(most)} error={error('maxLength')}>
              <TextInput
                value={field.maxLength}
                inputMode="numeric"
                autoComplete="off"
                onChange={(event) => onWrite({ maxLength: event.target.value })}
                onBlur={leave('maxLength')}
              />
            </Field>
          )}
          {field.kind === 'select' && (
            <Field label={words.options} help={words.optionsHelp} error={error('options')} required>
              <TextArea
                rows={4}
                value={field.options}
                onChange={(event) => onWrite({ options: event.target.value })}
                onBlur={leave('options')}
              />
            </Field>
          )}
        </div>
        <Checkbox
          label={words.required}
          checked={field.required}
          onChange={(event) => onWrite({ required: event.target.checked })}
        />
      </fieldset>
    </Panel>
  );
}

interface MoveButtonProps {
  label: string;
  by: 1 | -1;
  able: boolean;
  onMove: (by: 1 | -1) => void;
}
/** At the end of the list it stays where it is, so that the focus does too. */
const MoveButton = ({ label, by, able, onMove }: MoveButtonProps) => {
  const Arrow = by === 1 ? ArrowDown : ArrowUp;
  return (
    <IconButton
      label={label}
      data-move={by}
      aria-disabled={able ? undefined : true}
      className="aria-disabled:opacity-40"
      icon={<Arrow aria-hidden="true" size={16} strokeWidth={1.5} />}
      onClick={() => able && onMove(by)}
    />
  );
};
