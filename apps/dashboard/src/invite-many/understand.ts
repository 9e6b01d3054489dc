import { canonicalEmail, SITE_ROLES, SITE_ROLE_LABELS, type SiteRole } from '@keyholder/domain';
import type { WrittenLine } from './read-lines.ts';

export interface Site {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
}
/** A line of the list that is being prepared. */
export interface Line extends WrittenLine {
  /** Its number in what was pasted. */
  readonly id: number;
}
/** What counts for a line that names no site or no role. */
export interface Defaults {
  readonly site: string | null;
  readonly role: SiteRole | null;
}
/** A line that the server can judge. */
export interface Offer {
  readonly id: number;
  readonly email: string;
  readonly siteId: string;
  readonly role: SiteRole;
}
/** Why a line cannot be sent as it stands, found without asking the server. */
export type Fault =
  'email' | 'siteMissing' | 'siteUnknown' | 'siteMany' | 'roleMissing' | 'roleUnknown' | 'twice';

export interface Understood {
  readonly line: Line;
  readonly email: string;
  readonly site: Site | null;
  readonly role: SiteRole | null;
  readonly fault: Fault | null;
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');

/** A role by its label or key, however it is written. */
export const roleIn = (text: string): SiteRole | null =>
  SITE_ROLES.find((role) => [role, SITE_ROLE_LABELS[role]].some((name) => plain(name) === plain(text))) ??
  null;

const sitesIn = (text: string, sites: readonly Site[]): readonly Site[] => {
  const exact = sites.filter(({ id, slug }) => id === text || slug === text.toLowerCase());
  if (exact.length > 0) return exact;
  return sites.filter(({ name, domain }) => [name, domain].some((each) => plain(each) === plain(text)));
};

/** What each line means: address, site, role, and what is missing. The server still decides. */
export function understand(
  lines: readonly Line[],
  sites: readonly Site[],
  defaults: Defaults,
): readonly Understood[] {
  const seen = new Set<string>();
  return lines.map((line) => {
    const email = canonicalEmail(line.email);
    const named = sitesIn(line.site === '' ? (defaults.site ?? '') : line.site, sites);
    const site = named.length === 1 ? (named[0] ?? null) : null;
    const role = line.role === '' ? defaults.role : roleIn(line.role);
    const slot = `${email} ${site?.id}`;
    const twice = email !== null && site !== null && seen.has(slot);
    seen.add(slot);
    const fault =
      email === null
        ? 'email'
        : site === null
          ? siteFault(line.site, named.length)
          : role === null
            ? line.role === ''
              ? 'roleMissing'
              : 'roleUnknown'
            : twice
              ? 'twice'
              : null;
    return { line, email: email ?? line.email, site, role, fault };
  });
}
const siteFault = (text: string, found: number): Fault =>
  text === '' ? 'siteMissing' : found > 1 ? 'siteMany' : 'siteUnknown';

export const offersOf = (all: readonly Understood[]): readonly Offer[] =>
  all.flatMap(({ line, email, site, role, fault }) =>
    fault === null && site && role ? [{ id: line.id, email, siteId: site.id, role }] : [],
  );
