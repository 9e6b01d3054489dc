/** Somebody who signed up, followed the link of the mail, and made an account with a site: all over HTTP. */
export interface Person {
  readonly id: string;
  readonly site: { readonly id: string; readonly name: string };
  /** A key of the site with these permissions. */
  makeKey(permissions: readonly string[]): Promise<string>;
  revokeKeys(): Promise<void>;
}

// Answers of many routes, as a browser has them: each use states what it expects.
// oxlint-disable-next-line typescript/no-explicit-any
type Json = any;

export async function signUp(url: string, name: string): Promise<Person> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@people.example`;
  let cookie = '';
  const call = async (method: string, path: string, body?: unknown): Promise<Json> => {
    const answer = await fetch(url + path, {
      ...{ method, headers: { origin: url, 'content-type': 'application/json', cookie } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [set] = answer.headers.getSetCookie();
    if (set) cookie = set.split(';')[0]!;
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  await call('POST', '/api/auth/sign-up/email', { name, email, password: 'lantern otter 42 quilt' });
  await call('POST', '/api/auth/verify-email', { token: await mailedToken(url, email) });
  const { user } = await call('GET', '/api/v1/me');
  const account = await call('POST', '/api/v1/accounts', { name: `Agency of ${name}` });
  const site = await call('POST', `/api/v1/accounts/${account.id}/sites`, {
    name: `Site of ${name}`,
    domain: 'northwind.example',
  });
  const keys = `/api/v1/sites/${site.id}/api-keys`;
  return {
    ...{ id: user.id, site },
    makeKey: async (permissions) => (await call('POST', keys, { name: 'Client', permissions })).key,
    async revokeKeys() {
      for (const { id } of (await call('GET', keys)).items) await call('DELETE', `${keys}/${id}`, {});
    },
  };
}

/** Mails are queued: this one comes in a moment. */
async function mailedToken(url: string, email: string): Promise<string> {
  for (const until = Date.now() + 20_000; Date.now() < until;) {
    const { items } = (await (await fetch(`${url}/api/dev/mailbox`)).json()) as Json;
    const mail = items.find(({ to }: Json) => JSON.stringify(to).includes(email));
    const found = mail && /verify-email#(\S+)/.exec(mail.text);
    if (found) return decodeURIComponent(found[1]);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no mail for ${email}`);
}
