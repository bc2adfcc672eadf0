import type { OpenedConversation, SiteAnswer } from '../../../server/protocol/http-bodies.ts';
import type { ChatApi } from './chat-api.ts';

const TIMEOUT_MS = 8_000;

/** The service's own HTTP interface, with a bearer token and never a cookie. */
export function httpChatApi(origin: string): ChatApi {
  const call = (path: string, init: RequestInit = {}): Promise<Response | null> =>
    fetch(`${origin}/api/${path}`, {
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...init,
    }).catch(() => null);
  const json = async <T>(answer: Response | null): Promise<T | null> =>
    answer?.ok ? ((await answer.json().catch(() => null)) as T | null) : null;
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

  return {
    site: async () => json<SiteAnswer>(await call('site')),
    open: async (locale, site) =>
      json<OpenedConversation>(
        await call('conversations', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(site ? { locale, site } : { locale }),
        }),
      ),
    async isKnown(token) {
      const answer = await call(`conversations/current/turns?after=${Number.MAX_SAFE_INTEGER}`, {
        headers: bearer(token),
      });
      if (answer?.status === 401) return 'no';
      return answer?.ok ? 'yes' : 'unreachable';
    },
    async erase(token) {
      const answer = await call('conversations/current', {
        method: 'DELETE',
        headers: bearer(token),
      });
      if (answer?.ok) return answer.headers.get('Erasure-Receipt') ?? '';
      return answer?.status === 401 ? '' : null;
    },
  };
}
