import { PageHeader } from "../ui/page-header.tsx";
export const SignUpPage = () => <PageHeader title="x" />;
