import { PageHeader } from "../ui/page-header.tsx";
export const VerifyEmailPage = () => <PageHeader title="x" />;
