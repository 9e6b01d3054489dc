/** The first page of the reference, in Markdown. */
export const INTRODUCTION = `Who can reach which site, as what, and why: everything that the Dashboard and Site Admin do, programs can ask for here.

## Who calls

**Programs** send an API key: \`Authorization: Bearer kh_…\`. People make keys in Site Admin, for one site, with some of their own
permissions and an end. A key opens the routes of its site that name it below; it can do what it carries **and** its maker still
may, judged anew for every request. It never manages people or keys.

**People** sign in below \`/api/auth\` and have a cookie. With a cookie, whatever changes something also needs an \`Origin\` of this
Keyholder and \`content-type: application/json\`.

    curl https://keys.agency.example/api/v1/sites/$SITE/pages \\
      -H "Authorization: Bearer $KEYHOLDER_KEY"

For JavaScript and TypeScript there is \`@keyholder/client\`, typed from this document.

## Errors

Every refusal is \`application/problem+json\`: \`{ type, title, status, code, detail, requestId, fields? }\`. Decide by \`code\`, which is
from a closed list; \`fields\` has a sentence for each field of a body that does not fit (422). What you may not know of is 404, as if
it were not there. 429 and 503 say with \`Retry-After\` when to ask again. Each answer carries \`x-request-id\`, which finds it in the log.

## Lists

Lists are \`{ items, nextCursor, total }\`. Ask with \`?limit=\` (1–100, else 50) and go on with \`?cursor=\` until \`nextCursor\` is null. A cursor
belongs to its list with its filters; the order stays the same while you read.

## Sending again

Every \`POST\` takes an \`Idempotency-Key\`: for 24 hours the same key with the same body has the first answer and changes nothing, and with
another body is refused with \`idempotency.mismatch\`. So a request whose answer was lost can be sent again.

## Editing together

What can be edited carries an \`etag\`. Send it back as \`If-Match\` and a change is refused with 412 when somebody else was faster;
the refusal of an area of a site carries what is there now as \`current\`. Without \`If-Match\` the last one wins.

## Webhooks

An account's endpoints are told of memberships and invitations, signed as
[Standard Webhooks](https://www.standardwebhooks.com) describe it: check \`webhook-signature\` with one of its libraries and take
each \`webhook-id\` once. Messages hold ids: ask here for what you need. What does not answer 2xx is tried again, later and later.

## Values

Times are RFC 3339 in UTC. Ids are UUIDs; \`{account}\` also takes the slug. Fields that a body does not know are refused.`;

const named = (name: string, description: string) => ({ name, description });

export const TAGS = [
  named(
    'Access decisions',
    'A site’s own engine asks whether a person may do something, and has the answer of this instant.',
  ),
  named('Pages', 'Pages of a site: drafts until they are published.'),
  named('Posts', 'Posts of a site: drafts until they are published.'),
  named('SEO', 'Title, description and robots of each page, and what is missing.'),
  named('Redirects', 'From paths that moved to where they are now.'),
  named('Analytics', 'Visits by day and by page, counted without anything about the visitor.'),
  named('Forms', 'What visitors of a site can send in.'),
  named('Submissions', 'What they sent. Sending needs neither session nor key.'),
  named('Orders', 'Orders of a site’s shop and the steps they take.'),
  named('Code', 'Styles and snippets of a site, with every version.'),
  named('Settings', 'Name, language and time zone of a site.'),
  named('API keys', 'Made by people, for programs: never by a key.'),
  named('Sites', 'Sites, and what the caller may do on one.'),
  named('Members', 'Who is in an account and on its sites, and what becomes of it when that changes.'),
  named('Invitations', 'Invitations to a site or to the account: mailed, sent again, withdrawn.'),
  named(
    'For the invitee',
    'What somebody with a mailed link can do. The token is in the body, never in a path.',
  ),
  named('Accounts', 'Accounts, their plan and policies.'),
  named('Ownership', 'An account has one owner; the role moves in two steps.'),
  named('Single sign-on', 'Identity providers of an account, and the domains it has proven.'),
  named('Audit log', 'Every change with who made it and when, chained and signed.'),
  named('Webhooks', 'Endpoints of an account and what was sent to them.'),
  named('Events', 'A stream for interfaces that stay open.'),
  named('Identity', 'Signing up and in, and what belongs to the person alone.'),
];

/** How the reference puts them together. */
export const TAG_GROUPS = [
  {
    name: 'A site and its programs',
    tags: [
      ...['Access decisions', 'Pages', 'Posts', 'SEO', 'Redirects', 'Analytics', 'Forms', 'Submissions'],
      ...['Orders', 'Code', 'Settings', 'API keys'],
    ],
  },
  { name: 'People and sites', tags: ['Sites', 'Members', 'Invitations', 'For the invitee'] },
  {
    name: 'An account',
    tags: ['Accounts', 'Ownership', 'Single sign-on', 'Audit log', 'Webhooks', 'Events'],
  },
  { name: 'A person', tags: ['Identity'] },
];
