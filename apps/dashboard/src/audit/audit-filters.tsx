import { AUDIT_ACTIONS, SECURITY_ACTIONS } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { actionLabel, auditWords as words, SECURITY_LABELS } from '../messages/audit.ts';
import { useAccount } from '../session/account.ts';
import { FilterBar } from '../ui/filter-bar.tsx';
import { FilterSelect } from '../ui/filter-select.tsx';
import type { SelectOption } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { actorsQuery } from './audit-queries.ts';
import { NO_FILTER, useAuditSearch } from './use-audit-search.ts';

const ACTIONS = AUDIT_ACTIONS.map((value) => ({ value, label: actionLabel(value) }));
const SECURITY = SECURITY_ACTIONS.map((value) => ({ value, label: SECURITY_LABELS[value] }));

interface SiteFacts {
  id: string;
  slug: string;
  name: string;
}

/** The filters in a row; on a phone behind one button. */
export function AuditFilters({ sites }: { sites: readonly SiteFacts[] }) {
  const { id } = useAccount();
  const { search, show } = useAuditSearch();
  const security = search.kind === 'security';
  const people = useQuery(actorsQuery(id)).data ?? [];
  const actors = [
    ...people.map((each) => ({ value: each.id, label: each.name })),
    ...(security ? [] : [{ value: 'system', label: words.keyholder }]),
  ];
  const set = Object.keys(NO_FILTER).filter(
    (key) => search[key as keyof typeof NO_FILTER] !== undefined,
  ).length;
  const filters = (
    <>
      <One
        label={words.who}
        value={search.actor}
        options={actors}
        onChange={(actor) => show({ actor })}
        unknown={words.somebody}
      />
      <One
        label={words.action}
        value={search.action}
        options={security ? SECURITY : ACTIONS}
        onChange={(action) => show({ action })}
      />
      {!security && (
        <One
          label={words.site}
          value={sites.find((each) => each.id === search.site)?.slug ?? search.site}
          options={sites.map((each) => ({ value: each.slug, label: each.name }))}
          onChange={(site) => show({ site })}
        />
      )}
      {search.target !== undefined && (
        <One
          label={words.target}
          value={search.target}
          options={people.map((each) => ({ value: each.id, label: each.name }))}
          onChange={(target) => show({ target })}
          unknown={words.thisTarget}
        />
      )}
      <Day label={words.fromDay} value={search.from} onChange={(from) => show({ from })} />
      <Day label={words.toDay} value={search.to} onChange={(to) => show({ to })} />
    </>
  );
  return (
    <FilterBar
      title={words.filters}
      open={words.filtersSet(set)}
      done={words.done}
      clear={set > 0 ? { label: words.clearAll, onClear: () => show(NO_FILTER) } : null}
    >
      {filters}
    </FilterBar>
  );
}

function One({
  unknown,
  ...props
}: {
  label: string;
  value: string | undefined;
  options: readonly SelectOption<string>[];
  onChange: (value: string | undefined) => void;
  /** What a value is called that is not on the list, such as somebody who is gone. */
  unknown?: string;
}) {
  const listed = props.value === undefined || props.options.some((each) => each.value === props.value);
  const options = listed
    ? props.options
    : [...props.options, { value: props.value ?? '', label: unknown ?? props.value ?? '' }];
  return (
    <FilterSelect {...props} options={options} clearLabel={words.clearFilter(props.label.toLowerCase())} />
  );
}

const Day = ({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) => (
  <label className="inline-flex items-center gap-1.5 text-13 text-ink-2">
    {label}
    <TextInput
      type="date"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
      className="w-36!"
    />
  </label>
);
