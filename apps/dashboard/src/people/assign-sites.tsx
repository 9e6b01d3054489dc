import type { SiteRole } from '@keyholder/domain';
import { useId, useState } from 'react';
import { errorText } from '../messages/errors.ts';
import { assignWords as words } from '../messages/people.ts';
import type { ApiProblem } from '../problem.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { serverNow } from '../ui/clock.ts';
import { SearchInput } from '../ui/search-input.tsx';
import { Select } from '../ui/select.tsx';
import type { Choice } from './assignment.ts';
import { useMyStanding } from './my-standing.ts';
import type { SiteFacts } from './person-facts.ts';
import { roleOptions } from './role-options.tsx';

const SEARCH_FROM = 9;

/** The sites to choose from; in a dialog they scroll on their own, so that the buttons stay in sight. */
export function AssignSites({
  offered,
  choice,
  onChange,
  error,
  refused,
}: {
  offered: readonly SiteFacts[];
  choice: Choice;
  onChange: (sites: ReadonlyMap<string, SiteRole | null>) => void;
  error: string | undefined;
  refused: ReadonlyMap<string, ApiProblem>;
}) {
  const id = useId();
  const standingOn = useMyStanding();
  const [q, setQ] = useState('');
  const found = offered.filter((site) => site.name.toLowerCase().includes(q.trim().toLowerCase()));
  const set = (site: string, role: SiteRole | null | undefined) => {
    const next = new Map(choice.sites);
    if (role === undefined) next.delete(site);
    else next.set(site, role);
    onChange(next);
  };
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="flex min-w-0 flex-col gap-1">
      <legend className="pb-1 text-13 font-semibold">{words.sites}</legend>
      {offered.length >= SEARCH_FROM && (
        <SearchInput label={words.findSite} value={q} onChange={setQ} slash={false} className="mb-1" />
      )}
      <ul
        // Scrolls, so it takes part in the tab order.
        tabIndex={0}
        aria-label={words.sites}
        className="max-h-60 divide-y divide-line overflow-y-auto rounded-2 border border-line-strong"
      >
        {found.map((site) => {
          const problem = refused.get(site.id);
          return (
            <li key={site.id} className="flex min-h-10 flex-wrap items-center gap-x-3 px-3">
              <Checkbox
                className="flex-1"
                label={site.name}
                help={
                  problem && (
                    <span className="text-danger">
                      {errorText(problem, { site: site.name }, serverNow())}
                    </span>
                  )
                }
                checked={choice.sites.has(site.id)}
                onChange={(event) => set(site.id, event.target.checked ? choice.role : undefined)}
              />
              {choice.perSite && choice.sites.has(site.id) && (
                <span className="w-50">
                  <Select
                    inline
                    label={words.roleOn(site.name)}
                    value={choice.sites.get(site.id) ?? null}
                    placeholder={words.chooseRole}
                    options={roleOptions([site], standingOn)}
                    onChange={(role) => set(site.id, role)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {error && (
        <p id={`${id}-error`} className="text-13 text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
