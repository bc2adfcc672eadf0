import type { AckError } from '../../../server/protocol/acks.ts';

/** What a responder has to know when something did not go through; said in words by the view. */
export const PROBLEMS = [
  /** Somebody else has the case, or it moved meanwhile. */
  'taken',
  'closed',
  'not-allowed',
  'not-reached',
  'too-fast',
  /** The server refused the shape: too long, or a character it can't keep. */
  'refused',
  /** The case has ended or the conversation was erased: nobody reads it any more, here either. */
  'gone',
] as const;
export type Problem = (typeof PROBLEMS)[number];

const BY_ERROR: Readonly<Record<AckError, Problem>> = {
  busy: 'taken',
  closed: 'closed',
  unauthorized: 'not-allowed',
  unavailable: 'not-reached',
  'too-many': 'too-fast',
  invalid: 'refused',
};

export function problemOf(error: AckError): Problem {
  return BY_ERROR[error];
}
