import { canonicalDomain, canonicalLanguage, canonicalTimezone } from '@keyholder/domain';
import { useState } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { adminSettingsWords } from '../messages/site-admin-settings.ts';
import { siteSettingsWords as words } from '../messages/site-settings.ts';
import { asProblem } from '../problem.ts';
import { useUnsavedText } from '../unsaved-text.ts';
import { useSaveSettings, type Settings, type SettingsDraft } from './settings-queries.ts';

const FIELDS = ['name', 'domain', 'language', 'timezone', 'description'] as const;
type Field = (typeof FIELDS)[number];

const draftOf = (from: SettingsDraft): SettingsDraft => ({
  name: from.name,
  domain: from.domain,
  language: from.language,
  timezone: from.timezone,
  description: from.description,
});

/** What stands in the way of saving a field; the server has the last word. */
const faultOf: Readonly<Record<Field, (value: string) => string | undefined>> = {
  name: (value) => (value === '' ? words.nameMissing : undefined),
  domain: (value) =>
    value === '' ? words.domainMissing : canonicalDomain(value) === null ? words.domainWrong : undefined,
  language: (value) => (canonicalLanguage(value) === null ? adminSettingsWords.languageWrong : undefined),
  timezone: (value) => (canonicalTimezone(value) === null ? adminSettingsWords.timezoneWrong : undefined),
  description: () => undefined,
};

/** The settings being written: what is typed, what is saved, and the ways between them. */
export function useSettingsForm(site: AdminSite, saved: Settings) {
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState(() => draftOf(saved));
  const [tried, setTried] = useState(false);
  const save = useSaveSettings(site.id, site.account.id);
  const change = Object.fromEntries(
    FIELDS.filter((field) => draft[field].trim() !== base[field]).map((field) => [
      field,
      draft[field].trim(),
    ]),
  ) as Partial<SettingsDraft>;
  const changed = Object.keys(change).length > 0;
  const problem = save.error ? asProblem(save.error) : null;
  const theirs = problem?.is('content.changed')
    ? (problem.members['current'] as Settings | undefined)
    : undefined;
  if (saved.etag !== base.etag && !changed) take(saved);
  useUnsavedText(adminSettingsWords.unsavedLabel(base.name), change.description ?? null);

  function take(next: Settings) {
    setBase(next);
    setDraft(draftOf(next));
    setTried(false);
  }
  const faults = FIELDS.filter((field) => faultOf[field](draft[field].trim()) !== undefined);
  const send = (etag: string) => !save.isPending && save.mutate({ change, etag }, { onSuccess: take });
  return {
    draft,
    changed,
    busy: save.isPending,
    theirs,
    problem: problem && !theirs && problem.fields.length === 0 ? problem : null,
    write: (part: Partial<SettingsDraft>) => setDraft({ ...draft, ...part }),
    errorOf: (field: Field) =>
      (tried ? faultOf[field](draft[field].trim()) : undefined) ??
      problem?.fields.find((each) => each.field === field)?.message,
    keepTheirs() {
      save.reset();
      if (theirs) take(theirs);
    },
    saveMine: () => theirs && send(theirs.etag),
    /** Answers the first field that has to be looked at. */
    submit(): Field | undefined {
      setTried(true);
      if (faults.length === 0 && changed && !theirs) send(base.etag);
      return faults[0];
    },
  };
}
