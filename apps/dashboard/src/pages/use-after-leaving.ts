import { useNavigate } from '@tanstack/react-router';
import { useAccountMaybe, useMay } from '../session/account.ts';

/** Where to go once you left a site: to the sites you still see, or to the start when there may be none. */
export function useAfterLeaving(): () => void {
  const navigate = useNavigate();
  const account = useAccountMaybe();
  const may = useMay();
  return () =>
    void (account && may('sites.read')
      ? navigate({ to: '/$account/sites', params: { account: account.slug } })
      : navigate({ to: '/' }));
}
