import { PageHeader } from "../ui/page-header.tsx";
export const ResetPasswordPage = () => <PageHeader title="x" />;
