import { Outlet } from '@tanstack/react-router';
import { useAccountMaybe } from '../session/account.ts';
import { NotFoundPage } from './not-found-page.tsx';

export const AccountLayout = () => (useAccountMaybe() ? <Outlet /> : <NotFoundPage />);
