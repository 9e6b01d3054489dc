import { PageHeader } from "../ui/page-header.tsx";
export const SiteOverviewPage = () => <PageHeader title="Overview" />;
