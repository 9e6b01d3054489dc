import { MOST_WEBHOOKS } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '../links.tsx';
import { accountSettingsWords } from '../messages/account-settings.ts';
import { shellWords } from '../messages/shell.ts';
import { webhookWords as words } from '../messages/webhooks.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { useAccount } from '../session/account.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Breadcrumb } from '../ui/page-header.tsx';
import { Section } from '../ui/panel.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { AddWebhook } from './add-webhook.tsx';
import { WebhookDetails } from './webhook-details.tsx';
import { WebhookList } from './webhook-list.tsx';
import { webhookQuery, webhooksQuery } from './webhook-queries.ts';
import { hostOf } from './webhook-state.tsx';

/** The endpoints of an account, or the one of the address. */
export function WebhooksSection() {
  const { item } = useParams({ strict: false });
  return item === undefined ? <All /> : <One key={item} id={item} />;
}

function All() {
  const { id: accountId, slug, name } = useAccount();
  usePageTitle(words.title, accountSettingsWords.title, name);
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(webhooksQuery(accountId));
  const link = (item: string) =>
    ({
      to: '/$account/settings/$section/$item',
      params: { account: slug, section: 'webhooks', item },
    }) as const;
  const open = (item: string) => void navigate(link(item));
  if (!data)
    return error ? <ProblemPanel problem={error} onRetry={() => void refetch()} /> : <SkeletonRows />;
  return (
    <Section
      title={words.title}
      actions={
        <ReasonButton
          kind="primary"
          reason={data.items.length >= MOST_WEBHOOKS ? words.limit(MOST_WEBHOOKS) : undefined}
          onClick={() => setAdding(true)}
        >
          {words.add}
        </ReasonButton>
      }
    >
      <p className="max-w-reading text-ink-2">{words.lead}</p>
      {data.items.length === 0 ? (
        <EmptyState text={words.empty} />
      ) : (
        <WebhookList account={name} webhooks={data.items} link={link} onOpen={open} />
      )}
      {adding && <AddWebhook accountId={accountId} onClose={() => setAdding(false)} onAdded={open} />}
    </Section>
  );
}

function One({ id }: { id: string }) {
  const account = useAccount();
  const navigate = useNavigate();
  const [isDeleting, setIsDeleting] = useState(false);
  const { data, error, refetch } = useQuery({ ...webhookQuery(account.id, id), enabled: !isDeleting });
  const list = {
    to: '/$account/settings/$section',
    params: { account: account.slug, section: 'webhooks' },
  } as const;
  const host = data && hostOf(data.url);
  usePageTitle(host, words.title, account.name);
  if (error && asProblem(error).is('not_found'))
    return <EmptyState text={words.gone} action={<ButtonLink {...list}>{words.back}</ButtonLink>} />;
  if (!data)
    return error ? <ProblemPanel problem={error} onRetry={() => void refetch()} /> : <SkeletonRows />;
  return (
    <>
      <Breadcrumb label={shellWords.breadcrumb}>
        {[
          <Link key="list" {...list}>
            {words.title}
          </Link>,
          host,
        ]}
      </Breadcrumb>
      <WebhookDetails
        accountId={account.id}
        webhook={data}
        isDeleting={isDeleting}
        onDeleting={setIsDeleting}
        onDeleted={() => void navigate(list)}
      />
    </>
  );
}
