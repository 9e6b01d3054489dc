import { lazy } from 'react';

const rare = () => import('./rare-cases.ts');

export const AlreadyIn = lazy(async () => ({ default: (await rare()).AlreadyIn }));
export const Declined = lazy(async () => ({ default: (await rare()).Declined }));
export const DeclineForm = lazy(async () => ({ default: (await rare()).DeclineForm }));
export const Expired = lazy(async () => ({ default: (await rare()).Expired }));
export const OtherAddress = lazy(async () => ({ default: (await rare()).OtherAddress }));
export const SignInHere = lazy(async () => ({ default: (await rare()).SignInHere }));
export const SomeoneElse = lazy(async () => ({ default: (await rare()).SomeoneElse }));
export const SsoHere = lazy(async () => ({ default: (await rare()).SsoHere }));
export const Superseded = lazy(async () => ({ default: (await rare()).Superseded }));
export const Withdrawn = lazy(async () => ({ default: (await rare()).Withdrawn }));
