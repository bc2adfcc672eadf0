import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface RateLimits {
  /** Turns of one conversation: a person never types so fast, a program would. */
  maySend(conversationId: string): Promise<boolean>;
  /** Conversations opened from one address; a whole university may share one. */
  mayOpen(ip: string): Promise<boolean>;
  /** Sign-ins by account and by address. */
  mayTry(email: string, ip: string): Promise<boolean>;
}

/** Limits kept in this process's memory; nothing of them is written down. */
export function createRateLimits(): RateLimits {
  const turns = limiter(120, 60);
  const conversations = limiter(6000, 600);
  const accounts = limiter(10, 15 * 60);
  const addresses = limiter(100, 15 * 60);
  return {
    maySend: turns,
    mayOpen: conversations,
    // By account and address together, so that a stranger can't lock somebody out from elsewhere.
    mayTry: async (email, ip) => (await accounts(`${email} ${ip}`)) && (await addresses(ip)),
  };
}

function limiter(points: number, durationSeconds: number) {
  const limits = new RateLimiterMemory({ points, duration: durationSeconds });
  return async (key: string): Promise<boolean> => {
    try {
      await limits.consume(key);
      return true;
    } catch {
      return false;
    }
  };
}
