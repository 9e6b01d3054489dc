import { ApiProblem } from './problem.ts';
import { adoptServerDate } from './ui/clock.ts';

/** Why a call needs the person: their session ended, or what they do asks for their password anew. */
export type SignInReason = 'ended' | 'confirm';
/** Asks the person to sign in again over the page; true when the same person is back. */
export type SignInAgain = (reason: SignInReason) => Promise<boolean>;

const REASONS: Readonly<Record<string, SignInReason>> = {
  'auth.required': 'ended',
  'auth.reauthentication_required': 'confirm',
};

/** What is only for who is signed in. A refused sign-in itself is an answer for its own form. */
const MEETS_SIGN_IN =
  /^\/api\/(v1\/|auth\/(change-password|two-factor\/(enable|confirm|disable|recovery-codes))$)/;

const RETRY_AFTER_LOSS_MS = 600;
const LONGEST_WAIT_S = 3;

let signInAgain: SignInAgain | null = null;
let lastAnswer = Date.now();

/** The shell registers here; without it a 401 is only a problem. */
export function onSignInNeeded(handler: SignInAgain): () => void {
  signInAgain = handler;
  return () => {
    if (signInAgain === handler) signInAgain = null;
  };
}
/** When the server last answered, in ms: how old the data on the page may be. */
export const lastAnswerAt = (): number => lastAnswer;

/**
 * fetch for our own API: same origin only, JSON, one Idempotency-Key per press (a POST that lost its connection or
 * met a 503 is repeated once under the same key), sign-in over the page where it is needed, and the server's clock.
 */
export async function request(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const call = prepare(input, init);
  const response = await send(call);
  if (
    ![401, 403].includes(response.status) ||
    !signInAgain ||
    !MEETS_SIGN_IN.test(new URL(call.url).pathname)
  )
    return response;
  const { code } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string };
  const reason = REASONS[code ?? ''];
  return reason && (await signInAgain(reason)) ? send(call) : response;
}

function prepare(input: RequestInfo | URL, init?: RequestInit): Request {
  const call = new Request(input instanceof Request ? input : new URL(input, location.origin), {
    ...init,
    credentials: 'same-origin',
  });
  if (new URL(call.url).origin !== location.origin) throw new Error('Only our own origin is ever called');
  call.headers.set('accept', 'application/json');
  if (call.method !== 'GET') {
    if (!navigator.onLine) throw new ApiProblem({ status: 0, code: 'offline' });
    // A POST without a body must still say JSON, or it counts as cross-origin.
    call.headers.set('content-type', 'application/json');
  }
  if (call.method === 'POST' && !call.headers.has('idempotency-key'))
    call.headers.set('idempotency-key', newKey());
  return call;
}

async function send(call: Request): Promise<Response> {
  const repeatable = call.method === 'POST' && new URL(call.url).pathname.startsWith('/api/v1/');
  try {
    const response = await heard(call);
    const wait = Number(response.headers.get('retry-after') ?? LONGEST_WAIT_S + 1);
    if (!repeatable || response.status !== 503 || wait > LONGEST_WAIT_S) return response;
    await rest(wait * 1000);
    return await heard(call);
  } catch (error) {
    if (!repeatable || !(error instanceof ApiProblem)) throw error;
    await rest(RETRY_AFTER_LOSS_MS);
    return heard(call);
  }
}

async function heard(call: Request): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(call.clone());
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ status: 0, code: 'network' });
  }
  lastAnswer = Date.now();
  adoptServerDate(response.headers.get('date'));
  return response;
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** `crypto.randomUUID` is missing on plain http addresses other than localhost. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
