import { FORM_LIMITS } from '@keyholder/domain';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { fieldWords as words, formWords } from '../messages/forms.ts';
import { announce } from '../ui/live-region.tsx';
import { Section } from '../ui/panel.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { FieldEditor } from './field-editor.tsx';
import { movedField, newField, withField, withoutField, type DraftField } from './form-draft.ts';
import type { FormBuilderState } from './use-form-builder.ts';

/** The questions in their order. What moves keeps the focus, and what is removed hands it to its neighbour. */
export function FieldList({ builder }: { builder: FormBuilderState }) {
  const { draft, faults, said, tried, write } = builder;
  const list = useRef<HTMLDivElement>(null);
  const { fields } = draft;
  const focus = (id: string | undefined, inside: string) =>
    requestAnimationFrame(() => {
      const field = id === undefined ? null : list.current?.querySelector(`[data-field="${CSS.escape(id)}"]`);
      (
        field?.querySelector<HTMLElement>(inside) ?? list.current?.querySelector<HTMLElement>('[data-add]')
      )?.focus();
    });
  const nameOf = ({ label }: DraftField, at: number) => label.trim() || words.one(at + 1);
  const add = () => {
    const field = newField();
    write({ ...draft, fields: [...fields, field] });
    focus(field.id, 'input');
  };
  const move = (field: DraftField, at: number, by: 1 | -1) => {
    write(movedField(draft, field.id, by));
    announce(words.moved(nameOf(field, at), at + by + 1, fields.length));
    focus(field.id, `[data-move="${by}"]`);
  };
  const remove = (field: DraftField, at: number) => {
    write(withoutField(draft, field.id));
    announce(words.removed(nameOf(field, at)));
    focus((fields[at + 1] ?? fields[at - 1])?.id, 'input');
  };
  const none = tried ? faults.get('fields') : undefined;
  return (
    <Section title={formWords.fields}>
      <div ref={list} className="flex flex-col gap-3">
        {fields.map((field, at) => (
          <FieldEditor
            key={field.id}
            field={field}
            place={at + 1}
            all={fields.length}
            tried={tried}
            faultOf={(part) => faults.get(`${field.id}.${part}`)}
            saidOf={(part) => said.get(`${field.id}.${part}`)}
            onWrite={(change) => write(withField(draft, field.id, change))}
            onMove={(by) => move(field, at, by)}
            onRemove={() => remove(field, at)}
          />
        ))}
        {none !== undefined && (
          <p role="alert" className="text-13 text-danger">
            {none}
          </p>
        )}
        <div>
          <ReasonButton
            data-add=""
            data-fault={none === undefined ? undefined : ''}
            reason={fields.length >= FORM_LIMITS.fields ? words.full : undefined}
            icon={<Plus aria-hidden="true" size={16} strokeWidth={1.5} />}
            onClick={add}
          >
            {words.add}
          </ReasonButton>
        </div>
      </div>
    </Section>
  );
}
