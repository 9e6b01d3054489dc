import { PageHeader } from "../ui/page-header.tsx";
export const SitesPage = () => <PageHeader title="Sites" />;
