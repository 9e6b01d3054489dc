import { createRoute, lazyRouteComponent as lazy } from '@tanstack/react-router';
import { root } from './root-route.ts';
import { mailboxSearch, signInSearch } from './searches.ts';

const at = <P extends string>(path: P) => ({ getParentRoute: () => root, path }) as const;

/* Public. Mailed tokens arrive in the fragment and are never search params. */
const signIn = createRoute({
  ...at('/sign-in'),
  validateSearch: signInSearch,
  component: lazy(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
});
const signUp = createRoute({
  ...at('/sign-up'),
  validateSearch: signInSearch,
  component: lazy(() => import('./pages/sign-up-page.tsx'), 'SignUpPage'),
});
const verifyEmail = createRoute({
  ...at('/verify-email'),
  component: lazy(() => import('./pages/verify-email-page.tsx'), 'VerifyEmailPage'),
});
const forgotPassword = createRoute({
  ...at('/forgot-password'),
  validateSearch: signInSearch,
  component: lazy(() => import('./pages/forgot-password-page.tsx'), 'ForgotPasswordPage'),
});
const resetPassword = createRoute({
  ...at('/reset-password'),
  component: lazy(() => import('./pages/reset-password-page.tsx'), 'ResetPasswordPage'),
});
const invitation = createRoute({
  ...at('/invitation'),
  component: lazy(() => import('./pages/invitation-page.tsx'), 'InvitationPage'),
});
const mailbox = createRoute({
  ...at('/dev/mailbox'),
  validateSearch: mailboxSearch,
  component: lazy(() => import('./pages/mailbox-page.tsx'), 'MailboxPage'),
});
const mail = createRoute({ getParentRoute: () => mailbox, path: '$id' });

export const publicRoutes = [
  signIn,
  signUp,
  verifyEmail,
  forgotPassword,
  resetPassword,
  invitation,
  mailbox.addChildren([mail]),
] as const;
