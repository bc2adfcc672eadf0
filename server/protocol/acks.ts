/** Every acknowledgement carries `ok`; an error is a code for programs, never a message. */
export const ACK_ERRORS = [
  /** The payload does not have the promised shape, or offers what was not asked. */
  'invalid',
  /** No valid token or session, or not allowed. */
  'unauthorized',
  /** The conversation or case has ended. */
  'closed',
  /** Somebody else has it, or it moved meanwhile: look again. */
  'busy',
  /** Not kept, try again: the store can't be reached now. */
  'unavailable',
  /** Slow down. */
  'too-many',
] as const;
export type AckError = (typeof ACK_ERRORS)[number];

export type Ack<T extends object = object> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly error: AckError };
export type AckCallback<T extends object = object> = (ack: Ack<T>) => void;
