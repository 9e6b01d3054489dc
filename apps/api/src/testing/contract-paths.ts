/** Every path of the HTTP contract, as it names them: what other programs and checks from outside rely on. */
const CONTRACT = `
/api/auth/sign-up/email POST
/api/auth/verify-email GET
/api/auth/sign-in/email POST
/api/auth/sign-out POST
/api/v1/me GET
/api/v1/accounts POST
/api/v1/accounts/:account GET PATCH DELETE
/api/v1/accounts/:account/members GET
/api/v1/accounts/:account/members.csv GET
/api/v1/accounts/:account/members/:user GET PATCH DELETE
/api/v1/accounts/:account/members/:user/removal GET
/api/v1/accounts/:account/members/:user/restore POST
/api/v1/accounts/:account/members/:user/sites POST
/api/v1/accounts/:account/access-changes POST
/api/v1/accounts/:account/access GET
/api/v1/accounts/:account/site-invitations GET
/api/v1/accounts/:account/leave POST
/api/v1/accounts/:account/ownership-offer POST DELETE
/api/v1/accounts/:account/ownership-offer/accept POST
/api/v1/accounts/:account/sites POST GET
/api/v1/accounts/:account/sites/:site GET
/api/v1/sites/:site GET PATCH DELETE
/api/v1/sites/:site/members GET
/api/v1/sites/:site/members/:user PATCH DELETE
/api/v1/sites/:site/members/:user/removal GET
/api/v1/sites/:site/members/:user/restore POST
/api/v1/sites/:site/leave POST
/api/v1/sites/:site/invitations POST GET
/api/v1/sites/:site/invitations/:id PATCH DELETE
/api/v1/sites/:site/invitations/:id/resend POST
/api/v1/sites/:site/invitations/resend-expired POST
/api/v1/accounts/:account/invitations POST GET
/api/v1/accounts/:account/invitations/:id PATCH DELETE
/api/v1/accounts/:account/invitations/:id/resend POST
/api/v1/accounts/:account/invitations/resend-expired POST
/api/v1/accounts/:account/invitations/batch POST
/api/v1/invitations/lookup POST
/api/v1/invitations/accept POST
/api/v1/invitations/decline POST
/api/v1/invitations/request-new-link POST
/api/v1/sites/:site/pages GET POST
/api/v1/sites/:site/pages/:id GET PATCH DELETE
/api/v1/sites/:site/pages/:id/publish POST
/api/v1/sites/:site/posts GET POST
/api/v1/sites/:site/posts/:id GET PATCH DELETE
/api/v1/sites/:site/posts/:id/publish POST
/api/v1/sites/:site/seo GET
/api/v1/sites/:site/seo/:pageId PATCH
/api/v1/sites/:site/redirects GET POST
/api/v1/sites/:site/redirects/:id GET PATCH DELETE
/api/v1/sites/:site/analytics GET
/api/v1/sites/:site/forms GET POST
/api/v1/sites/:site/forms/:id GET PATCH DELETE
/api/v1/sites/:site/forms/:form/submissions POST
/api/v1/sites/:site/submissions GET
/api/v1/sites/:site/orders GET
/api/v1/sites/:site/orders/:id PATCH
/api/v1/sites/:site/code GET PUT
/api/v1/sites/:site/settings GET PATCH
/api/v1/sites/:site/activity GET
/api/v1/sites/:site/api-keys GET POST
/api/v1/sites/:site/api-keys/:id DELETE
/api/v1/sites/:site/access-check POST
/api/v1/accounts/:account/audit-events GET
/api/v1/accounts/:account/audit-events.csv GET
/api/v1/accounts/:account/audit-events.ndjson GET
/api/v1/accounts/:account/audit-events/verification GET
/api/v1/accounts/:account/webhooks GET POST
/api/v1/accounts/:account/webhooks/:id GET PATCH DELETE
/api/v1/accounts/:account/webhooks/:id/rotate POST
/api/v1/accounts/:account/webhooks/:id/test POST
/api/v1/accounts/:account/webhooks/:id/deliveries GET
/api/v1/accounts/:account/webhooks/:id/deliveries/:delivery/replay POST
/api/v1/accounts/:account/events GET
`;

/** Of the contract, what is not built yet. A route that is there must leave this list. */
const AWAITED = `
/api/v1/accounts/:account/reviews GET POST
/api/v1/accounts/:account/reviews/:id GET
/api/v1/accounts/:account/reviews/:id/items/:item PUT
/api/v1/accounts/:account/reviews/:id/keep-unflagged POST
/api/v1/accounts/:account/reviews/:id/finish POST
/api/v1/accounts/:account/reviews/:id/report.csv GET
/api/v1/accounts/:account/reviews/:id/report.json GET
/api/v1/accounts/:account/health GET
`;

const routesIn = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [path, ...methods] = line.split(' ');
      return methods.map((method) => `${method} ${path}`);
    });

export const CONTRACT_ROUTES = routesIn(CONTRACT);
export const AWAITED_ROUTES = routesIn(AWAITED);
