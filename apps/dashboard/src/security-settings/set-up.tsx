import { useQuery } from '@tanstack/react-query';
import { mySecurityQuery } from './security-queries.ts';
import { SetUpDialog } from './set-up-dialog.tsx';

/** The dialog for a page that does not know yet how the person signs in. */
export function SetUp({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(mySecurityQuery);
  return data ? <SetUpDialog hasPassword={data.hasPassword} onClose={onClose} /> : null;
}
