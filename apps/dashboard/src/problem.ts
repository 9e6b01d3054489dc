import type { ErrorCode } from '@keyholder/domain';

export interface FieldFault {
  field: string;
  message: string;
}
/** Besides the refusals of the server: no answer at all, and a write while offline. */
export type ProblemCode = ErrorCode | 'network' | 'offline';

interface ProblemParts {
  status: number;
  code: string;
  detail?: string | undefined;
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  fields?: readonly FieldFault[] | undefined;
  members?: Readonly<Record<string, unknown>> | undefined;
}

/** Every way a call can fail, as one thing to catch. Wording is in messages/errors.ts. */
export class ApiProblem extends Error {
  readonly status: number;
  /** A `ProblemCode`, or what a newer server says. */
  readonly code: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  readonly fields: readonly FieldFault[];
  /** What else the problem carried, by code: `invitation`, `limit`, `results`, … */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(parts: ProblemParts) {
    super(parts.code);
    this.name = 'ApiProblem';
    this.status = parts.status;
    this.code = parts.code;
    this.detail = parts.detail;
    this.requestId = parts.requestId;
    this.retryAfter = parts.retryAfter;
    this.fields = parts.fields ?? [];
    this.members = parts.members ?? {};
  }

  is(...codes: readonly ProblemCode[]): boolean {
    return (codes as readonly string[]).includes(this.code);
  }
}

export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem
    ? error
    : new ApiProblem({
        status: 0,
        code: 'internal.error',
        detail: error instanceof Error ? error.message : undefined,
      });

/** Reads problem+json, and the plainer `{code, message}` of the authentication library. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const {
    type: _,
    title: __,
    status: ___,
    code,
    detail,
    message,
    requestId,
    fields,
    retryAfter,
    ...members
  } = body;
  return new ApiProblem({
    status: response.status,
    code: text(code) ?? (response.status === 503 ? 'service.unavailable' : 'internal.error'),
    detail: text(detail) ?? text(message),
    requestId: text(requestId) ?? response.headers.get('x-request-id') ?? undefined,
    retryAfter: seconds(retryAfter) ?? seconds(response.headers.get('retry-after')),
    fields: readFields(fields),
    members,
  });
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const seconds = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

/** `fields` is `[{field, message}]`, or `{field: message}`. */
function readFields(fields: unknown): readonly FieldFault[] {
  if (Array.isArray(fields)) {
    return fields.flatMap((each: Record<string, unknown>) => {
      const field = text(each['field']) ?? text(each['path']) ?? text(each['name']);
      return field === undefined
        ? []
        : [{ field, message: text(each['message']) ?? text(each['reason']) ?? text(each['code']) ?? '' }];
    });
  }
  if (typeof fields !== 'object' || fields === null) return [];
  return Object.entries(fields).map(([field, message]) => ({
    field,
    message: text(Array.isArray(message) ? message[0] : message) ?? '',
  }));
}
