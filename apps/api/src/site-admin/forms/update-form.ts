import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { requireMatch } from '../etag.ts';
import { lockForm, saveFormChange } from './form-repository.ts';
import type { FormChange } from './form-request.ts';
import { viewForm } from './form-view.ts';
import type { FormRow, FormView } from './form-view.ts';

/** Changes a form for those who fill it in from now on; what came in before stays as it was asked. */
export function updateForm(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  id: string,
  ifMatch: string | null,
  change: FormChange,
): Promise<FormView> {
  return deps.write(command, site.account.id, async (tx, { now }) => {
    await requireGranted(tx, caller, site, 'forms.write', now);
    const place = { accountId: site.account.id, siteId: site.id };
    const before = (await lockForm(tx, place, id)) ?? fail('not_found');
    requireMatch(ifMatch, viewForm(before));

    const after: FormRow = {
      ...before,
      name: change.name ?? before.name,
      state: change.state ?? before.state,
      fields: change.fields ?? before.fields,
      thanksPath: change.thanksPath ?? before.thanksPath,
    };
    if (JSON.stringify(facts(after)) === JSON.stringify(facts(before)))
      return { unchanged: true, result: viewForm(before) };
    await saveFormChange(tx, place, after, now);
    return {
      result: viewForm({ ...after, version: before.version + 1, changedAt: now }),
      events: [
        {
          action: 'form.updated',
          target: { kind: 'form', id: before.id },
          siteId: site.id,
          before: facts(before),
          after: facts(after),
        },
      ],
    };
  });
}

const facts = ({ name, state, fields, thanksPath }: FormRow) => ({
  ...{ name, state, thanksPath },
  fields: fields.map(({ key, label, kind, required, options, maxLength }) => ({
    ...{ key, label, kind, required, options, maxLength },
  })),
});
