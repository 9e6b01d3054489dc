import type { Caller, Person, Site } from './people.ts';
import type { World } from './world.ts';

/** An API key of a site, made over HTTP, as a program holds it. */
export interface Key {
  readonly id: string;
  readonly text: string;
  readonly prefix: string;
}

export const keysOf = (site: Site): string => `/api/v1/sites/${site.id}/api-keys`;

/** A key that `maker` makes on the site. */
export async function makeKey(
  maker: Person,
  site: Site,
  permissions: readonly string[] = ['site.view', 'members.read'],
): Promise<Key> {
  const answer = await maker.post(keysOf(site), { name: `Key of ${maker.name}`, permissions });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { id: answer.body.id, text: answer.body.key, prefix: answer.body.prefix };
}

/** A program that calls with this key: no cookie, no origin. */
export function programWith(world: Pick<World, 'nobody'>, key: string): Caller {
  const authorization = { authorization: `Bearer ${key}` };
  const over = (by: Caller): Caller => ({
    get: (path, headers) => by.get(path, { ...authorization, ...headers }),
    post: (path, body, headers) => by.post(path, body, { ...authorization, ...headers }),
    put: (path, body, headers) => by.put(path, body, { ...authorization, ...headers }),
    patch: (path, body, headers) => by.patch(path, body, { ...authorization, ...headers }),
    delete: (path, body, headers) => by.delete(path, body, { ...authorization, ...headers }),
    at: (other) => over(by.at(other)),
  });
  return over(world.nobody);
}
