import type { Parameter } from './document-shape.ts';

const ID = '01980c1e-5b7a-7c3d-9f42-6a1b2c3d4e5f';

/** What the part of a path in front of `{id}` counts. */
const ONE_OF: Readonly<Record<string, string>> = {
  'api-keys': 'API key',
  'audit-events': 'event',
  history: 'version',
  seo: 'page',
  sessions: 'session',
  'sso-connections': 'connection',
  webhooks: 'endpoint',
};

const TEXTS: Readonly<Record<string, string>> = {
  account: 'Id or slug of the account.',
  site: 'Id of the site.',
  user: 'Id of the person.',
  form: 'Id of the form.',
  delivery: 'Id of the delivery.',
  domain: 'The domain, as it was added.',
  limit: 'How many items at most.',
  cursor: 'The `nextCursor` of the page before, from the same list with the same filters.',
  q: 'Only what contains this text, in capital or small letters.',
  sort: 'By what the items are sorted; with `-` in front the other way round.',
  role: 'Only with this role.',
  siteRole: 'Only who has this role on a site.',
  flag: 'Only what carries this flag.',
  status: 'Only in this status.',
  state: 'Only in this state.',
  expired: '`true`: only those whose link has expired; `false`: only those whose link still works.',
  missing: 'Only pages that lack this.',
  action: 'Only this action.',
  actor: 'Only what this person did, by their id; `system`: what nobody did in person.',
  target: 'Only what was done to this, by its id.',
  from: 'From this time or day on.',
  to: 'Up to this time or day.',
  token: 'The token of the mailed link.',
};

const OF_OPERATION: Readonly<Record<string, string>> = {
  'readSiteOfAccount.site': 'Id or slug of the site.',
};

/** A parameter with its description, and in the form in which a program writes it. */
export function parameterWithText(parameter: Parameter, path: string, operationId: string): Parameter {
  const { name, schema } = parameter;
  const filter = parameter.in === 'query' && /^(site|form)$/.test(name);
  const description =
    OF_OPERATION[`${operationId}.${name}`] ??
    (filter ? `Only of this ${name}, by its id.` : undefined) ??
    TEXTS[name] ??
    `Id of the ${before(path, name)}.`;
  if (name === 'limit')
    return { ...parameter, description, schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } };
  if (parameter.in === 'path' && name !== 'domain')
    return {
      ...parameter,
      description,
      schema: { ...schema, example: name === 'account' ? 'bright-lines-agency' : ID },
    };
  return { ...parameter, description };
}

function before(path: string, name: string): string {
  const parts = path.split('/');
  const part = parts[parts.indexOf(`{${name}}`) - 1] ?? '';
  return ONE_OF[part] ?? part.replace(/s$/, '');
}

const IDEMPOTENCY_KEY: Parameter = {
  in: 'header',
  name: 'Idempotency-Key',
  description:
    'Any text of your own. For 24 hours the same key with the same body gets the answer of the first time, so that a request whose answer was lost can be sent again.',
  schema: { type: 'string', example: 'import-2026-11-21-row-7' },
};
const IF_MATCH: Parameter = {
  in: 'header',
  name: 'If-Match',
  description:
    'The `etag` of what you saw. When it is another by now, the answer is 412 and nothing changed.',
  schema: { type: 'string', example: '"3"' },
};

/** Headers that a route understands: where a lost answer matters, and where two may edit the same thing. */
export function headersOf(codes: readonly string[], method: string): Parameter[] {
  const changed = codes.includes('content.changed') || codes.includes('member.changed');
  return [
    ...(codes.includes('idempotency.mismatch') ? [IDEMPOTENCY_KEY] : []),
    ...(method !== 'GET' && changed ? [IF_MATCH] : []),
  ];
}
