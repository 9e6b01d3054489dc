import type { AccountPermission, SitePermission } from '@keyholder/domain';
import type { ReactNode } from 'react';
import { mayOnSite, useMay } from './account.ts';

type AllowedProps = { children: ReactNode; otherwise?: ReactNode } & (
  | { to: AccountPermission; on?: undefined }
  | { to: SitePermission; on: { permissions: readonly SitePermission[] } | undefined }
);

/** `<Allowed to="team.manage">` in the account, `<Allowed to="members.manage" on={site}>` on a site. The API decides in every case. */
export function Allowed(props: AllowedProps) {
  const may = useMay();
  const allowed = props.on === undefined ? may(props.to as AccountPermission) : mayOnSite(props.on, props.to);
  return allowed ? props.children : (props.otherwise ?? null);
}
