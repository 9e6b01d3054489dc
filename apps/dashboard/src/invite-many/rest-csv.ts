import { csvText } from '../csv.ts';

export interface RestLine {
  readonly email: string;
  readonly site: string;
  readonly role: string;
  readonly reason: string;
}
/** What was not sent, with the reasons, in the form that Invite many reads again. */
export const restCsv = (lines: readonly RestLine[]): string =>
  csvText([
    ['email', 'site', 'role', 'reason'],
    ...lines.map(({ email, site, role, reason }) => [email, site, role, reason]),
  ]);
