/* Fetched when they are needed: most links are open and belong to somebody new. */
export { AlreadyIn } from './already-in.tsx';
export { Declined, Expired, Superseded, Withdrawn } from './dead-links.tsx';
export { DeclineForm } from './decline.tsx';
export { OtherAddress } from './other-address.tsx';
export { SignInHere } from './sign-in-here.tsx';
export { SomeoneElse } from './someone-else.tsx';
export { SsoHere } from './sso-here.tsx';
