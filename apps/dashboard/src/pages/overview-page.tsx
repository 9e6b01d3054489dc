import { PageHeader } from "../ui/page-header.tsx";
export const OverviewPage = () => <PageHeader title="Overview" />;
