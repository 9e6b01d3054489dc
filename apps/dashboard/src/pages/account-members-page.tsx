import { PageHeader } from '../ui/page-header.tsx';
import { usePageTitle } from '../page-title.ts';

export function AccountMembersPage() {
  usePageTitle('Members');
  return <PageHeader title="Members" />;
}
