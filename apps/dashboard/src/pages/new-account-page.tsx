import { PageHeader } from "../ui/page-header.tsx";
export const NewAccountPage = () => <PageHeader title="x" />;
