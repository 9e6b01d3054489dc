import { DESCRIPTION_LENGTH } from '@keyholder/domain';
import { useId, useRef, type FormEvent } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { ChangedNote } from '../changed-note.tsx';
import { adminSettingsWords as words } from '../messages/site-admin-settings.ts';
import { siteSettingsWords } from '../messages/site-settings.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Field } from '../ui/field.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { TextArea, TextInput } from '../ui/text-input.tsx';
import type { Settings } from './settings-queries.ts';
import { useSettingsForm } from './use-settings-form.ts';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];
/** As addresses and tags are typed: nothing is corrected. */
const EXACT = { autoComplete: 'off', autoCapitalize: 'off', spellCheck: false } as const;

/** What a site is called, where it is, and what it says about itself. */
export function SettingsForm({ site, saved }: { site: AdminSite; saved: Settings }) {
  const zones = useId();
  const element = useRef<HTMLFormElement>(null);
  const form = useSettingsForm(site, saved);
  const { draft } = form;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const first = form.submit();
    if (first) element.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
  };
  const input = (name: 'name' | 'domain' | 'language' | 'timezone') => ({
    name,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => form.write({ [name]: event.target.value }),
  });
  return (
    <form ref={element} noValidate onSubmit={submit} className="flex max-w-120 flex-col gap-4">
      {form.theirs && (
        <ChangedNote busy={form.busy} onKeepTheirs={form.keepTheirs} onSaveMine={form.saveMine} />
      )}
      {form.problem && <ProblemNote problem={form.problem} facts={{ site: site.name }} />}
      <Field
        label={siteSettingsWords.name}
        help={siteSettingsWords.slugHelp}
        error={form.errorOf('name')}
        required
      >
        <TextInput {...input('name')} autoComplete="off" />
      </Field>
      <Field
        label={siteSettingsWords.domain}
        help={siteSettingsWords.domainHelp}
        error={form.errorOf('domain')}
        required
      >
        <TextInput {...input('domain')} {...EXACT} inputMode="url" />
      </Field>
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <Field label={words.language} help={words.languageHelp} error={form.errorOf('language')} required>
          <TextInput {...input('language')} {...EXACT} />
        </Field>
        <Field label={words.timezone} help={words.timezoneHelp} error={form.errorOf('timezone')} required>
          <TextInput {...input('timezone')} {...EXACT} list={zones} />
        </Field>
      </div>
      <datalist id={zones}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Field
        label={words.description}
        help={words.descriptionHelp(draft.description.trim().length, DESCRIPTION_LENGTH)}
        error={form.errorOf('description')}
      >
        <TextArea
          rows={4}
          name="description"
          maxLength={DESCRIPTION_LENGTH}
          value={draft.description}
          onChange={(event) => form.write({ description: event.target.value })}
        />
      </Field>
      <div>
        <ReasonButton
          type="submit"
          kind="primary"
          reason={form.changed ? undefined : words.unchanged}
          busy={form.busy}
          busyLabel={siteSettingsWords.saving}
        >
          {siteSettingsWords.save}
        </ReasonButton>
      </div>
    </form>
  );
}
