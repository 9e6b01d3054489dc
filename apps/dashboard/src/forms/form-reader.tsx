import { formWords as words } from '../messages/forms.ts';
import { listWords } from '../messages/lists.ts';
import { Note } from '../ui/note.tsx';
import { FormEmbed } from './form-embed.tsx';
import { FormPreview } from './form-preview.tsx';
import type { Form } from './form-queries.ts';

/** For whoever may read but not write. */
export const FormReader = ({ form }: { form: Form }) => (
  <div className="flex flex-col gap-6">
    <Note tone="neutral">{listWords.readOnly(words.title.toLowerCase())}</Note>
    <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-2">
      <FormPreview fields={form.fields} />
      <FormEmbed form={form} />
    </div>
  </div>
);
