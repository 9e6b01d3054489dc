import { KEY_PERMISSIONS, type KeyPermission } from '@keyholder/domain';
import { keyAbilityOf } from '../messages/api-keys.ts';

export interface PermissionGroup {
  readonly area: string;
  readonly abilities: readonly { readonly permission: KeyPermission; readonly verb: string }[];
}

/** Permissions by the area that they open, in the order of Site Admin's own navigation. */
export function groupsOf(permissions: readonly KeyPermission[]): readonly PermissionGroup[] {
  const groups = new Map<string, { permission: KeyPermission; verb: string }[]>();
  for (const permission of KEY_PERMISSIONS.filter((each) => permissions.includes(each))) {
    const { area, verb } = keyAbilityOf(permission);
    groups.set(area, [...(groups.get(area) ?? []), { permission, verb }]);
  }
  return [...groups].map(([area, abilities]) => ({ area, abilities }));
}
