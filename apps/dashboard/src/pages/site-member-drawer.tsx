import { useNavigate } from '@tanstack/react-router';
import { Drawer } from '../ui/drawer.tsx';

export function SiteMemberDrawer() {
  const navigate = useNavigate();
  return (
    <Drawer
      open
      title="Member"
      onClose={() => void navigate({ to: '/$account/sites/$site/members', from: '/$account/sites/$site' })}
    >
      {null}
    </Drawer>
  );
}
