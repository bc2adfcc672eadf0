import { createHash } from 'node:crypto';

/** Hexadecimal digits kept of a SHA-256: 128 bits, short enough to stand in every flow state. */
const DIGITS = 32;

/** Names a content: the same for the same data, whatever the order of its keys. */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, DIGITS);

/** JSON with the keys of every object sorted, so that equal data give equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
