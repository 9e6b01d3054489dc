import { SITE_ROLES } from '@keyholder/domain';
import { inviteManyWords as words } from '../messages/invite-many.ts';
import { RoleSelect } from '../role-select.tsx';
import { Field } from '../ui/field.tsx';
import { ListInput } from '../ui/list-input.tsx';
import { Select } from '../ui/select.tsx';
import type { Site } from './understand.ts';
import type { List } from './use-list.ts';

/** Paste, type or drop the list; what its lines do not say is chosen once for all of them. */
export function WriteStep({ list, sites, tried }: { list: List; sites: readonly Site[]; tried: boolean }) {
  const { text, setText, defaults, setDefaults, found } = list;
  return (
    <>
      <ListInput
        label={words.list}
        help={words.listHelp}
        placeholder={words.placeholder}
        rows={10}
        text={text}
        onText={setText}
        error={tried && found === 0 ? words.listMissing : undefined}
        file={words.file}
        fileWrong={words.fileWrong}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words.site}>
          <Select
            value={defaults.site}
            onChange={(site) => setDefaults({ ...defaults, site })}
            placeholder={words.chooseSite}
            options={sites.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label={words.role}>
          <RoleSelect
            value={defaults.role}
            onChange={(role) => setDefaults({ ...defaults, role })}
            grantable={SITE_ROLES}
          />
        </Field>
      </div>
    </>
  );
}
