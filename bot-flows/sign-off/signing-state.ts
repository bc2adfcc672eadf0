import type { Signable } from './signable.ts';
import { ROLES, type Role, type Signature } from './signature.ts';

/** Whether a text is answered for as it stands now. */
export interface SigningState extends Signable {
  /** Signatures under exactly this content. */
  readonly signed: readonly Signature[];
  readonly missing: readonly Role[];
  /** The last signature under another content: it was signed once, and changed since. */
  readonly earlier: Signature | null;
}

/** Missing when one name stands under both roles. */
const SECOND_ROLE: Role = 'clinician';

/** Two roles mean two people: who signed as both counts once. */
export function signingState(text: Signable, signatures: readonly Signature[]): SigningState {
  const signed = signatures.filter(({ hash }) => hash === text.hash);
  const earlier = signatures.findLast(({ hash }) => hash !== text.hash) ?? null;
  const unfilled = ROLES.filter((role) => !signed.some((one) => one.role === role));
  const people = new Set(signed.map(({ name }) => comparable(name))).size;
  const missing = unfilled.length > 0 || people >= ROLES.length ? unfilled : [SECOND_ROLE];
  return { ...text, signed, missing, earlier };
}

export const sameName = (a: string, b: string): boolean => comparable(a) === comparable(b);

const comparable = (name: string): string =>
  name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('fr');

/** One line for an author or an operator: what is missing, and what was signed before. */
export function unsignedLine({ id, missing, signed, earlier }: SigningState): string {
  const since =
    earlier && signed.length === 0
      ? `changed since ${earlier.name} signed it as ${earlier.role} on ${earlier.date}; `
      : '';
  return `${id}: ${since}not signed by ${missing.map((role) => ARTICLE[role]).join(' and ')}`;
}

const ARTICLE: Record<Role, string> = { author: 'an author', clinician: 'a clinician' };
