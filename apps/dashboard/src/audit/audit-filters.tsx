import { AUDIT_ACTIONS, SECURITY_ACTIONS } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { actionLabel, auditWords as words, SECURITY_LABELS } from '../messages/audit.ts';
import { useAccount } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
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
  const [open, setOpen] = useState(false);
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
  const clear = set > 0 && (
    <Button kind="quiet" onClick={() => show(NO_FILTER)}>
      {words.clearAll}
    </Button>
  );
  return (
    <>
      <div className="contents max-md:hidden">
        {filters}
        {clear}
      </div>
      <Button className="md:hidden" onClick={() => setOpen(true)}>
        {words.filtersSet(set)}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.filters}
        footer={
          <>
            {clear}
            <Button kind="primary" onClick={() => setOpen(false)}>
              {words.done}
            </Button>
          </>
        }
      >
        <div className="flex flex-col items-start gap-3 pt-2">{filters}</div>
      </Dialog>
    </>
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
