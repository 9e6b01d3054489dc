import { AuditNotWritten, classify } from '@keyholder/db';
import { DomainError, ERROR_STATUS } from '@keyholder/domain';
import type { ErrorCode } from '@keyholder/domain';
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Log } from '../log.ts';
import type { Base } from './context.ts';
import { PROBLEM_TITLES } from './problem-text.ts';

/** After which time it is worth asking again when a dependency is away, in seconds. */
const RETRY_AFTER_S = 2;

/** `application/problem+json` for a code, with the members that the contract names for it (http-api.md, Conventions). */
export function problem(
  c: Context<Base>,
  code: ErrorCode,
  members: Readonly<Record<string, unknown>> = {},
): Response {
  const status = ERROR_STATUS[code];
  const title = PROBLEM_TITLES[code];
  const facts =
    status === 503 && members['retryAfter'] === undefined
      ? { ...members, retryAfter: RETRY_AFTER_S }
      : members;
  const body = {
    type: `urn:keyholder:problem:${code}`,
    title,
    status,
    code,
    detail: `${title}.`,
    requestId: c.get('requestId'),
    ...facts,
  };
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  };
  if (typeof facts['retryAfter'] === 'number') headers['retry-after'] = String(facts['retryAfter']);
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, headers);
}

/** The one map from what was thrown to an answer (security.md 1.6). An error that nobody mapped shows nothing of itself. */
export const problemFromError =
  (log: Log): ErrorHandler<Base> =>
  (error, c) => {
    if (error instanceof DomainError) return problem(c, error.code, error.facts);
    if (error instanceof HTTPException) return problem(c, codeOfStatus(error.status));
    if (error instanceof AuditNotWritten) {
      log.error({ requestId: c.get('requestId'), error: describe(error) }, 'audit event not written');
      return problem(c, 'service.unavailable');
    }
    const failure = classify(error);
    switch (failure.kind) {
      case 'unavailable':
      case 'retry':
        return problem(c, 'service.unavailable');
      case 'foreign_key':
        return problem(c, 'not_found');
      case 'bad_input':
        return problem(c, 'validation.failed', { fields: {} });
      case 'unique':
      case 'check': {
        const code = CONSTRAINT_CODES[failure.constraint];
        if (code) return problem(c, code);
        break;
      }
      case 'unknown':
        break;
    }
    log.error(
      { requestId: c.get('requestId'), method: c.req.method, error: describe(error) },
      'unexpected error',
    );
    return problem(c, 'internal.error');
  };

export const notFound: NotFoundHandler<Base> = (c) => problem(c, 'not_found');

/** The second net below the use cases: what a constraint's refusal means to the one who asked. */
const CONSTRAINT_CODES: Partial<Record<string, ErrorCode>> = {
  invitation_pending_site: 'invitation.already_pending',
  invitation_pending_account: 'invitation.already_pending',
  site_member_key: 'member.already_active',
  account_member_key: 'member.already_active',
  account_slug: 'account.slug_taken',
  // Two keys drew the same public part: asking again draws another.
  api_key_prefix: 'service.unavailable',
  account_member_one_owner: 'account.last_owner',
  account_one_owner: 'account.last_owner',
  sso_domain_proven: 'sso.domain_taken',
  invitation_life: 'invitation.not_pending',
  invitation_immutable: 'invitation.not_pending',
};

function codeOfStatus(status: number): ErrorCode {
  if (status === 413) return 'request.too_large';
  if (status === 415) return 'request.unsupported_media';
  if (status === 404) return 'not_found';
  return status < 500 ? 'request.malformed' : 'internal.error';
}

/** Name, message and stack, never parameters: a failed query repeats them in its own message, and so in its stack. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error };
  let root = error;
  while (root.cause instanceof Error) root = root.cause;
  return {
    name: root.name,
    message: root.message.slice(0, 300),
    stack: frames(error),
  };
}

/** Only the frames: a stack begins with the message, however many lines that has. */
function frames({ stack = '', message }: Error): string[] {
  const start = Math.max(0, stack.indexOf(message)) + message.length;
  return stack
    .slice(start)
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 7);
}
