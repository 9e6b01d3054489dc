import { PageHeader } from "../ui/page-header.tsx";
export const MailboxPage = () => <PageHeader title="Mailbox" />;
