import type { AccountRole, SitePermission, SiteRole } from "@keyholder/domain";
import type { Hono } from "hono";

/* Stands in for the API's own type until it is exported: the shapes of http-api.md that the foundation uses. */
type Ref = { id: string; slug: string; name: string }
export type Me = {
  user: { id: string; name: string; email: string };
  accounts: (Ref & { role: AccountRole })[];
  sites: (Ref & { account: Ref; role: SiteRole })[];
}
type Page<T> = { items: T[]; nextCursor: string | null; total: number }
export type Account = Ref & { role: AccountRole; plan: { name: string; seatLimit: number | null; used: number; reserved: number } };
export type SiteRow = Ref & { domain: string; members: number; pending: number; expired: number; owners: { id: string; name: string }[] };
export type Site = Ref & { domain: string; account: Ref; role: SiteRole | null; permissions: SitePermission[]; surfaces: { key: string; label: string; href: string }[]; canManageMembers: boolean };
type Get<I, O> = { $get: { input: I; output: O; outputFormat: "json"; status: 200 } }
type Post<I, O> = { $post: { input: I; output: O; outputFormat: "json"; status: 201 } }
type InAccount = { param: { account: string } }
type Paged = { query?: Record<string, string> }
export type App = Hono<
  Record<string, never>,
  {
    "/api/v1/me": Get<Record<never, never>, Me>;
    "/api/v1/accounts": Post<{ json: { name: string } }, Account>;
    "/api/v1/accounts/:account": Get<InAccount, Account>;
    "/api/v1/accounts/:account/members": Get<InAccount & Paged, Page<{ user: Me["user"] }>>;
    "/api/v1/accounts/:account/sites": Get<InAccount & Paged, Page<SiteRow>> & Post<InAccount & { json: { name: string; domain: string; copyTeamFrom?: string } }, Site>;
    "/api/v1/accounts/:account/sites/:site": Get<{ param: { account: string; site: string } }, Site>;
    "/api/v1/accounts/:account/leave": Post<InAccount, undefined>;
    "/api/v1/sites/:site/leave": Post<{ param: { site: string } }, undefined>;
  },
  "/"
>;
