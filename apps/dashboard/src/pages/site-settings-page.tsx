import { SITE_ROLES, SITE_ROLE_LABELS, siteRoleGrants } from '@keyholder/domain';
import { ButtonLink } from '../links.tsx';
import { shellWords } from '../messages/shell.ts';
import { siteSettingsWords as words } from '../messages/site-settings.ts';
import { usePageTitle } from '../page-title.ts';
import { Allowed } from '../session/allowed.tsx';
import { MessagePage } from '../shell/message-page.tsx';
import { DeleteSite } from '../sites/delete-site.tsx';
import { SiteSettingsForm } from '../sites/site-settings-form.tsx';
import { useSite } from '../sites/use-site.ts';
import { Facts, Panel, Section } from '../ui/panel.tsx';
import { useAfterLeaving } from './use-after-leaving.ts';

const READERS = SITE_ROLES.filter((role) => siteRoleGrants(role, 'settings.read')).map(
  (role) => SITE_ROLE_LABELS[role],
);

/** Name and domain of a site, and its end. */
export function SiteSettingsPage() {
  const site = useSite();
  const afterDeletion = useAfterLeaving();
  usePageTitle(words.title, site.name);
  return (
    <Allowed
      to="settings.read"
      on={site}
      otherwise={
        <MessagePage title={shellWords.noPermissionTitle} text={words.closed(site.name, READERS)}>
          <ButtonLink
            to="/$account/sites/$site"
            params={{ account: site.account.slug, site: site.slug }}
            kind="primary"
          >
            {shellWords.overview}
          </ButtonLink>
        </MessagePage>
      }
    >
      <div className="flex flex-col gap-6">
        <Section title={words.general}>
          <Panel className="p-5">
            <Allowed to="settings.write" on={site} otherwise={<Facts>{factsOf(site)}</Facts>}>
              <SiteSettingsForm site={site} />
            </Allowed>
          </Panel>
        </Section>
        <Allowed to="site.delete" on={site}>
          <Section title={words.danger}>
            <Panel className="flex flex-col items-start gap-3 border-danger p-5">
              <DeleteSite site={site} onDeleted={afterDeletion} />
            </Panel>
          </Section>
        </Allowed>
      </div>
    </Allowed>
  );
}

const factsOf = (site: ReturnType<typeof useSite>) =>
  [
    [words.name, site.name],
    [words.domain, site.domain],
  ] as const;
