import { useNavigate } from '@tanstack/react-router';
import { Drawer } from '../ui/drawer.tsx';

export function SiteInvitationDrawer() {
  const navigate = useNavigate();
  return (
    <Drawer
      open
      title="Invitation"
      onClose={() => void navigate({ to: '/$account/sites/$site/members', from: '/$account/sites/$site' })}
    >
      {null}
    </Drawer>
  );
}
