import type { CommandContext } from '@keyholder/db';
import type { AccountAccess, PersonAccess, SiteAccess } from './access.ts';
import type { Caller } from './caller.ts';

/** What every request carries. */
export interface BaseVariables {
  requestId: string;
  /** The caller's network address, behind the trusted proxies. */
  clientAddress: string;
  /** The raw body, when there was one. */
  bodyText?: string;
  /** True when a plain HTML form of another page sent it. */
  plainForm?: boolean;
}

export interface Base {
  Variables: BaseVariables;
}
export interface WithPerson {
  Variables: BaseVariables & { person: PersonAccess; command: CommandContext };
}
export interface WithAccount {
  Variables: BaseVariables & { person: PersonAccess; account: AccountAccess; command: CommandContext };
}
export interface WithSite {
  Variables: WithCaller['Variables'] & { person: PersonAccess };
}
export interface WithCaller {
  Variables: BaseVariables & { caller: Caller; site: SiteAccess; command: CommandContext };
}
