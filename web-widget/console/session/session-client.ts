import type { SignedIn } from '../../../server/protocol/http-bodies.ts';

export type Staff = SignedIn['responder'];

export type SessionState =
  | { readonly kind: 'signed-in'; readonly responder: Staff }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' };

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly totp?: string;
}

export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly responder: Staff }
  | { readonly kind: 'wrong' | 'totp-required' | 'too-many' | 'unreachable' };

const JSON_HEADERS = { 'content-type': 'application/json' };

/** Who this browser is signed in as. */
export async function readSession(): Promise<SessionState> {
  try {
    const answer = await fetch('/api/session', { cache: 'no-store' });
    if (answer.ok) return { kind: 'signed-in', responder: await responderIn(answer) };
    return { kind: answer.status === 401 ? 'signed-out' : 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}

export async function signIn(credentials: Credentials): Promise<SignInOutcome> {
  try {
    const answer = await fetch('/api/session', {
      method: 'POST',
      headers: JSON_HEADERS,
      body: JSON.stringify(credentials),
    });
    if (answer.ok) return { kind: 'signed-in', responder: await responderIn(answer) };
    if (answer.status === 429) return { kind: 'too-many' };
    if (answer.status === 401) {
      const body = (await answer.json().catch(() => null)) as { error?: unknown } | null;
      return { kind: body?.error === 'totp-required' ? 'totp-required' : 'wrong' };
    }
    // 400: an address or a code that can't be one.
    return { kind: answer.status === 400 ? 'wrong' : 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Ends the session here and on the server; quiet when the server can't be reached. */
export async function signOut(): Promise<void> {
  await fetch('/api/session', { method: 'DELETE' }).catch(() => undefined);
}

async function responderIn(answer: Response): Promise<Staff> {
  return ((await answer.json()) as SignedIn).responder;
}
