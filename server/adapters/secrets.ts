import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import type { Secrets } from '../ports/secrets.ts';

/** OWASP's password storage sheet asks at least m=19456, t=2, p=1. */
const ARGON2 = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

const sha256 = (token: string) => createHash('sha256').update(token).digest('hex');

/** Node's randomness and hashes, and argon2id for passwords. */
export function createSecrets(): Secrets {
  let nobody: Promise<string> | undefined;
  /** Verified when nobody has the account, so that it takes as long. */
  const hashOfNobody = () => {
    nobody ??= hash(randomBytes(16).toString('base64url'), ARGON2);
    return nobody;
  };
  return {
    newId: () => randomUUID(),
    newToken() {
      const token = randomBytes(32).toString('base64url');
      return { token, hash: sha256(token) };
    },
    hashOf: sha256,
    hashPassword: (password) => hash(password, ARGON2),
    async verifyPassword(kept, password) {
      try {
        return (await verify(kept ?? (await hashOfNobody()), password)) && kept !== undefined;
      } catch {
        return false;
      }
    },
    verifyTotp(secret, code) {
      const totp = new TOTP({ secret: Secret.fromBase32(secret) });
      return totp.validate({ token: code, window: 1 }) !== null;
    },
  };
}
