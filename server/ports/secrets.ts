/** Random ids, bearer tokens and password hashes. */
export interface Secrets {
  /** A random UUID: a name, not a secret. */
  newId(): string;
  /** 256 random bits for somebody to keep, and what we keep of them. */
  newToken(): { readonly token: string; readonly hash: string };
  /** SHA-256, hex. */
  hashOf(token: string): string;
  /** argon2id in PHC string format. */
  hashPassword(password: string): Promise<string>;
  /** False too when the hash is unreadable. Takes as long for an unknown account (`hash` undefined). */
  verifyPassword(hash: string | undefined, password: string): Promise<boolean>;
  /** Whether a six-digit code belongs to the secret now (30 s steps, one step either side). */
  verifyTotp(secret: string, code: string): boolean;
}
