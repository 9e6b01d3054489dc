import { ACCOUNT_PERMISSIONS, SITE_PERMISSIONS } from '@keyholder/domain';
import type { ErrorCode } from '@keyholder/domain';
import { exampleOf, requestExample } from './document-examples.ts';
import { headersOf, parameterWithText } from './document-parameters.ts';
import type { Operation, Responses, Schemas } from './document-shape.ts';
import { securityOf } from './http/openapi-security.ts';
import { PROBLEM_JSON, addRefusals } from './http/openapi.ts';
import { POLICY } from './http/policy.ts';
import type { RoutePolicy } from './http/policy.ts';

/** Adds what follows from where a route stands and from the policy table: who may call, parameters, refusals, examples. */
export function completeOperation(
  method: string,
  path: string,
  operation: Operation,
  schemas: Schemas,
): Operation {
  const route = `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
  const policy = (POLICY as Record<string, RoutePolicy>)[route];
  const { operationId, requestBody, responses, parameters = [] } = operation;
  const body = requestBody?.content['application/json']?.schema;
  const codes = [...codesOf(responses), ...(policy ? refusalsOf(route, policy, body !== undefined) : [])];
  const right = policy && 'needs' in policy ? rightOf(policy.needs) : null;
  const description = [operation.description, right].filter(Boolean).join('\n\n');
  return {
    ...operation,
    ...(description ? { description } : {}),
    security: securityOf(route),
    parameters: [
      ...parameters.map((one) => parameterWithText(one, path, operationId)),
      ...headersOf(codes, method),
    ],
    ...(body
      ? {
          requestBody: {
            required: method === 'PATCH' || (body.required ?? []).length > 0,
            content: {
              'application/json': { schema: body, example: requestExample(operationId, body, schemas) },
            },
          },
        }
      : {}),
    responses: addRefusals(answers(path, responses, schemas), codes, {
      $ref: '#/components/schemas/Problem',
    }),
  };
}

const PERMISSIONS = new Set<string>([...SITE_PERMISSIONS, ...ACCOUNT_PERMISSIONS]);

function rightOf(needs: string): string | null {
  if (needs === 'roster')
    return 'For whoever manages people on the site: its Owner, its Platform Admins, owner and admins of the account.';
  if (needs === 'access.check') return 'A key needs `access.check`.';
  return PERMISSIONS.has(needs) ? `Needs the permission \`${needs}\`.` : null;
}

const codesOf = (responses: Responses): ErrorCode[] =>
  Object.values(responses).flatMap(
    ({ content }) => Object.keys(content?.[PROBLEM_JSON]?.examples ?? {}) as ErrorCode[],
  );

/** They only read, so that the same question may have another answer. */
const ASKING = /\/(access-check|invitations\/lookup)$/;

/** What every route at such a place can refuse with, beside what it names itself. */
function refusalsOf(route: string, policy: RoutePolicy, takesBody: boolean): ErrorCode[] {
  const unsafe = !route.startsWith('GET ');
  const within = policy.tier === 'account' || policy.tier === 'site';
  return [
    ...when(within || policy.tier === 'person', 'auth.required'),
    ...when(within, 'not_found', 'auth.second_factor_required'),
    ...when(within && !['own', 'known'].includes(policy.needs), 'permission.denied'),
    ...when(unsafe, 'request.cross_origin'),
    ...when(route.startsWith('POST /api/v1/') && !ASKING.test(route), 'idempotency.mismatch'),
    ...when(takesBody, 'request.malformed', 'request.too_large', 'request.unsupported_media'),
    'service.unavailable',
  ];
}

const when = (holds: boolean, ...codes: ErrorCode[]): ErrorCode[] => (holds ? codes : []);

/** What is answered as text, by the end of the path. */
const FILES: readonly (readonly [ending: string, media: string, text: string])[] = [
  ['.csv', 'text/csv', 'A line of column names, then a line for each row.'],
  ['.ndjson', 'application/x-ndjson', 'A JSON object on each line.'],
  ['/events', 'text/event-stream', 'Server-sent events.'],
];

/** The good answers with an example each. */
function answers(path: string, responses: Responses, schemas: Schemas): Responses {
  const file = FILES.find(([ending]) => path.endsWith(ending));
  return Object.fromEntries(
    Object.entries(responses).map(([status, answer]) => {
      const schema = answer.content?.['application/json']?.schema;
      const content = schema
        ? { 'application/json': { schema, example: exampleOf(schema, schemas) } }
        : file &&
          status === '200' && {
            [file[1]]: { schema: { type: 'string', description: file[2] } },
          };
      return [status, content ? { ...answer, content } : answer];
    }),
  );
}
