import { shellWords } from "../messages/shell.ts";
import { ButtonLink } from "../links.tsx";
import { usePageTitle } from "../page-title.ts";
import { FocusedHeading } from "../ui/page-header.tsx";

/** Things of another account read exactly like things that do not exist. */
export function NotFoundPage() {
  usePageTitle(shellWords.notFoundTitle);
  return (
    <MessagePage title={shellWords.notFoundTitle} text={shellWords.notFoundText}>
      <ButtonLink to="/" kind="primary">{shellWords.home}</ButtonLink>
      <ButtonLink to="/me">{shellWords.yourSites}</ButtonLink>
    </MessagePage>
  );
}

export function MessagePage({ title, text, children }: { title: string; text: string; children: React.ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-reading flex-col items-start gap-4 px-4 py-16">
      <FocusedHeading>{title}</FocusedHeading>
      <p className="text-ink-2">{text}</p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
