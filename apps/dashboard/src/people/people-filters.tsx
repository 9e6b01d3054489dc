import {
  ACCOUNT_ROLE_LABELS,
  ACCOUNT_ROLES,
  SITE_ROLE_LABELS,
  SITE_ROLE_REACH,
  SITE_ROLES,
} from '@keyholder/domain';
import { MEMBER_FLAG_LABELS, peopleWords as words } from '../messages/people.ts';
import { FilterBar } from '../ui/filter-bar.tsx';
import { FilterSelect } from '../ui/filter-select.tsx';
import { ReachMark } from '../ui/reach-mark.tsx';
import type { SelectOption } from '../ui/select.tsx';
import { MEMBER_FLAGS } from './people-queries.ts';
import type { SiteFacts } from './person-facts.ts';
import { filterOf, NO_FILTER, usePeopleSearch } from './use-people-search.ts';

const ROLES = ACCOUNT_ROLES.map((value) => ({ value, label: ACCOUNT_ROLE_LABELS[value] }));
const FLAGS = MEMBER_FLAGS.map((value) => ({ value, label: MEMBER_FLAG_LABELS[value] }));
const SITE_ROLE_OPTIONS = SITE_ROLES.map((value) => ({
  value,
  label: SITE_ROLE_LABELS[value],
  mark: <ReachMark level={SITE_ROLE_REACH[value]} />,
}));

/** Four filters in a row; on a phone behind one button, with what is set beside it. */
export function PeopleFilters({ sites, found }: { sites: readonly SiteFacts[]; found: number | undefined }) {
  const { search, show } = usePeopleSearch();
  const { role, site, siteRole, flag } = filterOf(search);
  const set = [role, site, siteRole, flag].filter((value) => value !== undefined).length;
  const filters = (
    <>
      <One label={words.accountRole} value={role} options={ROLES} onChange={(next) => show({ role: next })} />
      <One
        label={words.site}
        value={sites.find((each) => each.slug === site || each.id === site)?.slug ?? site}
        options={sites.map((each) => ({ value: each.slug, label: each.name }))}
        onChange={(next) => show({ site: next })}
      />
      <One
        label={words.siteRole}
        value={siteRole}
        options={SITE_ROLE_OPTIONS}
        onChange={(next) => show({ siteRole: next })}
      />
      <One label={words.flag} value={flag} options={FLAGS} onChange={(next) => show({ flag: next })} />
    </>
  );
  return (
    <FilterBar
      title={words.filters}
      open={words.filtersSet(set)}
      done={words.showFound(found)}
      clear={set > 0 ? { label: words.clearAll, onClear: () => show(NO_FILTER) } : null}
    >
      {filters}
    </FilterBar>
  );
}

const One = <V extends string>(props: {
  label: string;
  value: V | undefined;
  options: readonly SelectOption<V>[];
  onChange: (value: V | undefined) => void;
}) => <FilterSelect {...props} clearLabel={words.clearFilter(props.label.toLowerCase())} />;
