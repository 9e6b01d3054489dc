import { PageHeader } from '../ui/page-header.tsx';
import { usePageTitle } from '../page-title.ts';

export function InvitationPage() {
  usePageTitle('Invitation');
  return <PageHeader title="Invitation" />;
}
