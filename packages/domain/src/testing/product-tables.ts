import type { AccountPermission, AccountRole, SitePermission, SiteRole } from '../index.ts';
import { EVERY_ACCOUNT_ROLE, EVERY_SITE_ROLE } from './people.ts';

/** product.md §2.1, one permission a line: owner, admin, member, viewer, collaborator. */
const ACCOUNT = `
  account.read      ✓ ✓ ✓ ✓ ✓
  sites.read        ✓ ✓ ✓ ✓ –
  sites.create      ✓ ✓ ✓ – –
  team.read         ✓ ✓ ✓ ✓ –
  team.manage       ✓ ✓ – – –
  roster.manage     ✓ ✓ – – –
  audit.read        ✓ ✓ – – –
  audit.export      ✓ ✓ – – –
  reviews.manage    ✓ ✓ – – –
  account.settings  ✓ ✓ – – –
  account.plan      ✓ – – – –
  account.transfer  ✓ – – – –
  account.delete    ✓ – – – –
`;

/** product.md §2.2: Owner, Platform Admin, Developer, Content Editor, Marketing Manager, SEO Specialist, Support Agent. */
const SITE = `
  site.view         ✓ ✓ ✓ ✓ ✓ ✓ ✓
  members.read      ✓ ✓ ✓ ✓ ✓ ✓ ✓
  members.manage    ✓ ✓ – – – – –
  pages.read        ✓ ✓ – ✓ – – –
  pages.write       ✓ ✓ – ✓ – – –
  pages.publish     ✓ ✓ – ✓ – – –
  posts.read        ✓ ✓ – ✓ ✓ – –
  posts.write       ✓ ✓ – ✓ ✓ – –
  posts.publish     ✓ ✓ – ✓ ✓ – –
  seo.read          ✓ ✓ – – – ✓ –
  seo.write         ✓ ✓ – – – ✓ –
  redirects.read    ✓ ✓ ✓ – – ✓ –
  redirects.write   ✓ ✓ ✓ – – ✓ –
  analytics.read    ✓ ✓ – – ✓ ✓ –
  forms.read        ✓ ✓ – – ✓ – –
  forms.write       ✓ ✓ – – ✓ – –
  submissions.read  ✓ ✓ – – ✓ – ✓
  orders.read       ✓ ✓ – – – – ✓
  orders.write      ✓ ✓ – – – – –
  code.read         ✓ ✓ ✓ – – – –
  code.write        ✓ ✓ ✓ – – – –
  api_keys.manage   ✓ ✓ ✓ – – – –
  activity.read     ✓ ✓ – – – – –
  settings.read     ✓ ✓ ✓ – – – –
  settings.write    ✓ ✓ – – – – –
  site.delete       ✓ – – – – – –
  site.transfer     ✓ – – – – – –
`;

/** product.md §2.2, the head of the table: key, name, letters, reach. */
export const SITE_COLUMNS = [
  ['owner', 'Owner', 'OW', 3],
  ['platform_admin', 'Platform Admin', 'PA', 3],
  ['developer', 'Developer', 'DV', 2],
  ['content_editor', 'Content Editor', 'CE', 1],
  ['marketing_manager', 'Marketing Manager', 'MM', 2],
  ['seo_specialist', 'SEO Specialist', 'SE', 1],
  ['support_agent', 'Support Agent', 'SA', 1],
];

/** The rows of a table of ticks: its first word, and the columns that are ticked. */
export const ticked = <Column>(table: string, columns: readonly Column[]): { name: string; on: Column[] }[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...marks] = line.trim().split(/\s+/);
      if (marks.length !== columns.length || marks.some((mark) => mark !== '✓' && mark !== '–'))
        throw new Error(`Not a row: ${line}`);
      return { name, on: columns.filter((_, at) => marks[at] === '✓') };
    });

export const ACCOUNT_TABLE = ticked<AccountRole>(ACCOUNT, EVERY_ACCOUNT_ROLE).map(({ name, on }) => ({
  permission: name as AccountPermission,
  roles: on,
}));
export const SITE_TABLE = ticked<SiteRole>(SITE, EVERY_SITE_ROLE).map(({ name, on }) => ({
  permission: name as SitePermission,
  roles: on,
}));
