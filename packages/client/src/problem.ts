import type { Problem } from './generated.ts';

/** A refusal of Keyholder; decide by `code`. `not_a_problem`: something in between answered, a proxy for example. */
export class KeyholderProblem extends Error {
  override readonly name = 'KeyholderProblem';
  readonly status: number;
  readonly code: Problem['code'] | 'not_a_problem';
  /** A sentence for logs. */
  readonly detail: string;
  /** Finds the request in Keyholder's log. */
  readonly requestId: string;
  /** What is wrong with which field of the body, for `validation.failed`. */
  readonly fields: Readonly<Record<string, string>>;
  /** After how many seconds it is worth asking again, where Keyholder says so. */
  readonly retryAfter: number | undefined;
  /** The whole answer, with what its code brings along: `current`, `hops`, `role` … */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: number, facts: Partial<Problem> & Record<string, unknown>, headers: Headers) {
    const { code = 'not_a_problem', detail = `Answered ${status}.` } = facts;
    super(`${code}: ${detail}`);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.requestId = facts.requestId ?? headers.get('x-request-id') ?? '';
    this.fields = facts.fields ?? {};
    const wait = Number(facts.retryAfter ?? headers.get('retry-after') ?? NaN);
    this.retryAfter = Number.isFinite(wait) ? wait : undefined;
    this.facts = facts;
  }
}

/** What a refusing answer says, whoever wrote it. */
export async function problemOf(response: Response): Promise<KeyholderProblem> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  const facts: unknown = isProblem ? await response.json().catch(() => null) : await drained(response);
  return new KeyholderProblem(response.status, isObject(facts) ? facts : {}, response.headers);
}

/** A body that nobody reads would keep its connection busy. */
const drained = async (response: Response): Promise<null> => {
  await response.body?.cancel().catch(() => undefined);
  return null;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
