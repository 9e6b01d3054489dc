import { type Budget } from './bundle.ts';

const SHELL = ['src/shell/shell.tsx', 'src/shell/account-layout.tsx'];
const SITE_MEMBERS = [...SHELL, 'src/pages/site-layout.tsx', 'src/pages/site-members-page.tsx'];

/** What loads together (ui/brief.md §13), beside the 240 KB that every single page may have. */
export const BUDGETS: readonly Budget[] = [
  { name: 'Dashboard, first load', limit: 165, sources: [...SHELL, 'src/pages/overview-page.tsx'] },
  { name: 'invitation page', limit: 125, sources: ['src/pages/invitation-page.tsx'] },
  {
    name: 'site members, member open',
    limit: 240,
    sources: [...SITE_MEMBERS, 'src/pages/site-member-drawer.tsx'],
  },
  {
    name: 'site members, invitation open',
    limit: 240,
    sources: [...SITE_MEMBERS, 'src/pages/site-invitation-drawer.tsx'],
  },
];
