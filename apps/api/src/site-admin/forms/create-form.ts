import { newId } from '@keyholder/db';
import type { CommandContext } from '@keyholder/db';
import type { FormId } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { saveForm } from './form-repository.ts';
import type { NewForm } from './form-request.ts';
import { viewForm } from './form-view.ts';
import type { FormView } from './form-view.ts';

/** Makes a form, open from the first moment on. */
export function createForm(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  { name, fields, thanksPath }: NewForm,
): Promise<FormView> {
  return deps.write(command, site.account.id, async (tx, { now }) => {
    await requireGranted(tx, caller, site, 'forms.write', now);
    const made = { id: newId<FormId>(), name, fields, thanksPath };
    await saveForm(tx, { accountId: site.account.id, siteId: site.id }, made, now);
    return {
      result: viewForm({
        ...made,
        ...{ siteId: site.id, state: 'open', version: 1, createdAt: now, changedAt: now },
        ...{ submissions: 0, lastSubmissionAt: null },
      }),
      events: [
        {
          action: 'form.created',
          target: { kind: 'form', id: made.id },
          siteId: site.id,
          after: { name, fields: fields.map((field) => field.label) },
        },
      ],
    };
  });
}
