import { PageHeader } from '../ui/page-header.tsx';
import { usePageTitle } from '../page-title.ts';

export function PersonPage() {
  usePageTitle('Person');
  return <PageHeader title="Person" />;
}
