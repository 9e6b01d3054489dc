import { SITE_ROLE_LABELS, SITE_ROLE_REACH, SITE_ROLES } from '@keyholder/domain';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { accessWords as words } from '../messages/access.ts';
import { MEMBER_FLAG_LABELS } from '../messages/people.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FilterSelect } from '../ui/filter-select.tsx';
import { Menu, MenuChoice, MenuLine } from '../ui/menu.tsx';
import { ReachMark } from '../ui/reach-mark.tsx';
import { SearchInput } from '../ui/search-input.tsx';
import type { SelectOption } from '../ui/select.tsx';
import { filterOf, MEMBER_FLAGS, type AccessFlag } from './access-queries.ts';
import { NO_FILTER, type useAccessSearch } from './use-access-search.ts';

const ROLES = SITE_ROLES.map((value) => ({
  value,
  label: SITE_ROLE_LABELS[value],
  mark: <ReachMark level={SITE_ROLE_REACH[value]} />,
}));
const FLAGS: readonly SelectOption<AccessFlag>[] = [
  { value: 'any', label: words.anyFlag },
  ...MEMBER_FLAGS.map((value) => ({ value, label: MEMBER_FLAG_LABELS[value] })),
];

/** Search, filters and how the matrix is arranged; on a phone the filters are behind one button. */
export function AccessToolbar({
  address: { search, show },
  sites,
  narrow,
  byDomains,
}: {
  address: ReturnType<typeof useAccessSearch>;
  sites: readonly { id: string; slug: string; name: string }[];
  narrow: boolean;
  /** The account has domains of its own. */
  byDomains: boolean;
}) {
  const [open, setOpen] = useState(false);
  const { site, role, flag } = filterOf(search);
  const set = [site, role, flag].filter((value) => value !== undefined).length;
  const filters = (
    <>
      <One
        label={words.site}
        value={sites.find((each) => each.slug === site || each.id === site)?.slug ?? site}
        options={sites.map((each) => ({ value: each.slug, label: each.name }))}
        onChange={(next) => show({ site: next })}
      />
      <One label={words.role} value={role} options={ROLES} onChange={(next) => show({ siteRole: next })} />
      <One label={words.flag} value={flag} options={FLAGS} onChange={(next) => show({ flag: next })} />
    </>
  );
  const clear = set > 0 && (
    <Button kind="quiet" onClick={() => show({ ...NO_FILTER, q: search.q })}>
      {words.clearAll}
    </Button>
  );
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3">
      <SearchInput
        label={words.find}
        value={search.q ?? ''}
        onChange={(q) => show({ q: q || undefined })}
        className="w-52 max-md:flex-1"
      />
      {narrow ? (
        <Button onClick={() => setOpen(true)}>{words.filtersSet(set)}</Button>
      ) : (
        <>
          {filters}
          {clear}
          <Arrange address={{ search, show }} byDomains={byDomains} />
        </>
      )}
      <Dialog
        open={open && narrow}
        onClose={() => setOpen(false)}
        title={words.filters}
        footer={
          <>
            {clear}
            <Button kind="primary" onClick={() => setOpen(false)}>
              {words.show}
            </Button>
          </>
        }
      >
        <div className="flex flex-col items-start gap-3 pt-2">{filters}</div>
      </Dialog>
    </div>
  );
}

/** What the address remembers about the shape of the page. */
const Arrange = ({
  address: { search, show },
  byDomains,
}: {
  address: ReturnType<typeof useAccessSearch>;
  byDomains: boolean;
}) => (
  <span className="ml-auto">
    <Menu
      trigger={
        <Button kind="quiet" icon={<SlidersHorizontal aria-hidden="true" size={16} strokeWidth={1.5} />}>
          {words.arrange}
        </Button>
      }
    >
      <MenuChoice
        label={words.view}
        value={search.view ?? 'matrix'}
        onChange={(view) => show({ view: view === 'list' ? view : undefined })}
        options={choices(words.views)}
      />
      {search.view !== 'list' && (
        <>
          <MenuLine />
          <MenuChoice
            label={words.axes}
            value={search.down ?? 'people'}
            onChange={(down) => show({ down: down === 'sites' ? down : undefined })}
            options={choices(words.axesChoices)}
          />
          <MenuLine />
          <MenuChoice
            label={words.groups}
            value={search.group ?? 'none'}
            onChange={(group) => show({ group: group === 'none' ? undefined : group })}
            options={choices(words.groupChoices).filter(({ value }) => byDomains || value !== 'domains')}
          />
          <MenuLine />
          <MenuChoice
            label={words.addresses}
            value={search.invited ? 'show' : 'hide'}
            onChange={(choice) => show({ invited: choice === 'show' || undefined })}
            options={choices(words.addressesChoices)}
          />
        </>
      )}
    </Menu>
  </span>
);
const choices = <K extends string>(labels: Readonly<Record<K, string>>) =>
  (Object.keys(labels) as K[]).map((value) => ({ value, label: labels[value] }));

const One = <V extends string>(props: {
  label: string;
  value: V | undefined;
  options: readonly SelectOption<V>[];
  onChange: (value: V | undefined) => void;
}) => <FilterSelect {...props} clearLabel={words.clear(props.label)} />;
