import { PageHeader } from "../ui/page-header.tsx";
export const ForgotPasswordPage = () => <PageHeader title="x" />;
