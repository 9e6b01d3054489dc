import { Check } from 'lucide-react';
import { ButtonLink } from '../links.tsx';
import { overviewWords as words } from '../messages/sites.ts';
import { useMay, type MyAccount } from '../session/account.ts';
import { Panel, Section } from '../ui/panel.tsx';
import type { SiteRow } from './site-queries.ts';

/** A new account: what to do first, with what is done already. */
export function FirstSteps({ account, sites }: { account: MyAccount; sites: readonly SiteRow[] }) {
  const may = useMay();
  const site = sites[0];
  const invited = sites.some((each) => each.pending > 0 || each.members > 1);
  const params = { account: account.slug };
  return (
    <Section title={words.firstSteps}>
      <Panel>
        <ol className="divide-y divide-line">
          <Step text={words.addSite} done={site !== undefined}>
            {may('sites.create') && (
              <ButtonLink to="/$account/sites" params={params} search={{ new: true }} kind="primary">
                {words.addSite}
              </ButtonLink>
            )}
          </Step>
          <Step text={words.invite} done={invited}>
            {site && (
              <ButtonLink
                to="/$account/sites/$site/members"
                params={{ ...params, site: site.slug }}
                search={{ invite: true }}
                kind="primary"
              >
                {words.invite}
              </ButtonLink>
            )}
          </Step>
        </ol>
      </Panel>
    </Section>
  );
}

const Step = ({ text, done, children }: { text: string; done: boolean; children: React.ReactNode }) => (
  <li className="flex min-h-14 flex-wrap items-center gap-3 px-4 py-2">
    <span className="flex-1 font-medium">{text}</span>
    {done ? (
      <span className="inline-flex items-center gap-1.5 text-ok">
        <Check aria-hidden="true" size={16} strokeWidth={1.5} />
        {words.done}
      </span>
    ) : (
      children
    )}
  </li>
);
