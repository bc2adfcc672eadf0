/** Keeps the conversation's token, and nothing else, while this tab is open. */
export interface TokenStore {
  read(): string | null;
  write(token: string): void;
  clear(): void;
}

/** The part of a browser's storage that is used. */
export interface TokenStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** `storage` may be missing or refuse (blocked by the browser): then the token lives in memory. */
export function createTokenStore(storage: () => TokenStorage, site: string | null): TokenStore {
  const key = `veilleuse:${site ?? 'default'}`;
  let inMemory: string | null = null;
  const attempt = <T>(action: () => T): T | null => {
    try {
      return action();
    } catch {
      return null;
    }
  };
  return {
    read: () => inMemory ?? attempt(() => storage().getItem(key)),
    write(token) {
      inMemory = token;
      attempt(() => storage().setItem(key, token));
    },
    clear() {
      inMemory = null;
      attempt(() => storage().removeItem(key));
    },
  };
}
