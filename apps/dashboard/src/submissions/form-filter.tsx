import { useQuery } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { submissionWords as words } from '../messages/submissions.ts';
import { Select } from '../ui/select.tsx';

const ANY = 'any';

/** The forms of the site, for whoever may see them. */
export function FormFilter({
  siteId,
  value,
  onChange,
}: {
  siteId: string;
  value: string | undefined;
  onChange: (form: string | undefined) => void;
}) {
  const forms = useQuery({
    queryKey: keys.site(siteId, 'forms', 'names'),
    queryFn: () =>
      data(api.v1.sites[':site'].forms.$get({ param: { site: siteId }, query: { limit: '100' } })),
  });
  return (
    <div className="w-44 max-md:w-auto">
      <Select
        label={words.formFilter}
        value={value ?? ANY}
        options={[
          { value: ANY, label: words.anyForm },
          ...(forms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(form) => onChange(form === ANY ? undefined : form)}
      />
    </div>
  );
}
