import type { Routes } from './generated.ts';
import { request } from './request.ts';
import type { Ask, Connection } from './request.ts';

type Method = keyof Routes;
type Call<M extends Method> = <P extends keyof Routes[M] & string>(
  path: P,
  ask: AskOf<Routes[M][P]>,
) => Promise<AnswerOf<Routes[M][P]>>;
type AskOf<Route> = (Route extends { ask: infer Own } ? Own : never) & Pick<Ask, 'signal'>;
type AnswerOf<Route> = Route extends { answer: infer Answer } ? Answer : never;

/** A list, of which each answer is a page. */
interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
type Lists = {
  [P in keyof Routes['GET']]: AnswerOf<Routes['GET'][P]> extends Page<unknown> ? P : never;
}[keyof Routes['GET']];
type ItemOf<P extends Lists> = AnswerOf<Routes['GET'][P]> extends Page<infer Item> ? Item : never;

/** The routes that an API key opens. Each call answers what the route answers, or throws a `KeyholderProblem`. */
export interface Keyholder {
  readonly get: Call<'GET'>;
  /** Carries an Idempotency-Key, so that it is sent again safely when its answer was lost. */
  readonly post: Call<'POST'>;
  readonly put: Call<'PUT'>;
  readonly patch: Call<'PATCH'>;
  readonly delete: Call<'DELETE'>;
  /** The items of a list, one after the other, over all its pages; the next page is asked for when it is needed. */
  paginate<P extends Lists>(
    path: P,
    ask: AskOf<Routes['GET'][P]>,
  ): AsyncGenerator<ItemOf<P>, void, undefined>;
}

/** A client for one Keyholder, calling with one key. */
export function createKeyholder(connection: Connection): Keyholder {
  // The types of a route are checked at the call; here all of them are the same request.
  const call = (method: string) => (path: string, ask: object) => request(connection, method, path, ask);
  return {
    get: call('GET') as Call<'GET'>,
    post: call('POST') as Call<'POST'>,
    put: call('PUT') as Call<'PUT'>,
    patch: call('PATCH') as Call<'PATCH'>,
    delete: call('DELETE') as Call<'DELETE'>,
    async *paginate<P extends Lists>(path: P, ask: AskOf<Routes['GET'][P]>) {
      const { query, ...rest }: Ask = ask;
      let cursor: string | null | undefined;
      do {
        const asked = { ...rest, query: cursor ? { ...query, cursor } : (query ?? {}) };
        const page = (await request(connection, 'GET', path, asked)) as Page<ItemOf<P>>;
        yield* page.items;
        cursor = page.nextCursor;
      } while (cursor);
    },
  };
}
