import { z } from 'zod';
import type { AckCallback } from './acks.ts';
import type { HandlingWire, TurnWire } from './turn-wire.ts';

/** The longest message, in UTF-16 code units; the widget counts the same way. */
export const LONGEST_TEXT = 4000;

/** What a person may write: not blank, no NUL, no half of a surrogate pair. */
export const Text = z
  .string()
  // Not `max`, which counts an emoji once: what is longer than the classifier reads would be kept.
  .refine(({ length }) => length <= LONGEST_TEXT, {
    message: `at most ${LONGEST_TEXT} characters, an emoji counting twice`,
  })
  .refine((text) => text.trim() !== '' && !text.includes('\0') && text.isWellFormed(), {
    message: `1 to ${LONGEST_TEXT} characters, not only blanks, no NUL, no half of a surrogate pair`,
  });

/** Random, chosen by the sender; 128 bits in any of the usual spellings. */
export const TurnId = z.string().regex(/^[\w+/=.:-]{8,64}$/);

/** What a participant's page may send. The conversation is never named here: the token is. */
export const TurnSend = z.union([
  z.strictObject({ turnId: TurnId, text: Text }),
  z.strictObject({ turnId: TurnId, choice: z.string().min(1).max(200) }),
]);
export type TurnSend = z.infer<typeof TurnSend>;

export const TurnsPull = z.strictObject({ after: z.int().min(0) });

export const ParticipantAuth = z.object({
  token: z.string().min(1).max(200),
  /** The last number the page has; left out, or `null` as JSON spells it: it pulls by itself. */
  after: z.int().min(0).nullish(),
});

export interface ConversationChangedWire {
  readonly handling: HandlingWire;
  /** The person who answers, while `handling` is `with-responder`. */
  readonly responder?: { readonly name: string };
}

export interface ServerToParticipant {
  'turn:added': (turn: TurnWire) => void;
  'conversation:changed': (change: ConversationChangedWire) => void;
}
export interface ParticipantToServer {
  'turn:send': (payload: TurnSend, ack: AckCallback<{ seq: number }>) => void;
  'turns:pull': (
    payload: z.infer<typeof TurnsPull>,
    ack: AckCallback<{ turns: readonly TurnWire[]; handling: HandlingWire; lastSeq: number }>,
  ) => void;
}
