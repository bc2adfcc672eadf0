import type { AckError } from '../../../server/protocol/acks.ts';
import type { TurnWire } from '../../../server/protocol/turn-wire.ts';

/** Something the participant wrote or tapped that is not known to be kept. */
export interface OwnTurn {
  /** Stays the same over every attempt, so that the server keeps the turn once. */
  readonly turnId: string;
  /** What was written, or the label of what was tapped. */
  readonly text: string;
  readonly choice?: string;
  readonly state: 'sending' | 'retrying' | 'refused';
  readonly error?: AckError;
  readonly at: string;
}

/** All that is known of a conversation on this side. */
export interface Transcript {
  /** Kept by the server, by `seq`, each once; gaps are possible until the next pull. */
  readonly turns: readonly TurnWire[];
  /** Not kept yet, in the order of writing. */
  readonly outbox: readonly OwnTurn[];
  /** Up to this `seq` nothing is missing. */
  readonly completeTo: number;
}

export type TranscriptEvent =
  | { readonly kind: 'written'; readonly turn: OwnTurn }
  | { readonly kind: 'acknowledged'; readonly turnId: string; readonly seq: number }
  | { readonly kind: 'refused'; readonly turnId: string; readonly error: AckError }
  | { readonly kind: 'not-answered' }
  | { readonly kind: 'taken-back'; readonly turnId: string }
  | { readonly kind: 'heard'; readonly turn: TurnWire }
  /** All turns after `after`, or the first of them. */
  | { readonly kind: 'pulled'; readonly after: number; readonly turns: readonly TurnWire[] }
  | { readonly kind: 'began-anew' };

export const EMPTY_TRANSCRIPT: Transcript = { turns: [], outbox: [], completeTo: 0 };

/** Each turn once, by id and by number, whatever the order in which it was heard of. */
function withTurns(known: Transcript, incoming: readonly TurnWire[], complete = 0): Transcript {
  const byId = new Map(known.turns.map((turn) => [turn.turnId, turn]));
  for (const turn of incoming) byId.set(turn.turnId, turn);
  const bySeq = new Map([...byId.values()].map((turn) => [turn.seq, turn]));
  const turns = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  let completeTo = Math.max(known.completeTo, complete);
  for (const { seq } of turns) if (seq === completeTo + 1) completeTo = seq;
  return { turns, outbox: known.outbox.filter(({ turnId }) => !byId.has(turnId)), completeTo };
}

/** The transcript after one thing happened; any order and any repetition of them is right. */
export function transcriptAfter(known: Transcript, event: TranscriptEvent): Transcript {
  const { outbox } = known;
  switch (event.kind) {
    case 'written':
      return { ...known, outbox: [...outbox, event.turn] };
    case 'acknowledged': {
      const own = outbox.find(({ turnId }) => turnId === event.turnId);
      if (!own) return known;
      const { turnId, text, at } = own;
      return withTurns(known, [{ seq: event.seq, turnId, text, at, author: 'participant' }]);
    }
    case 'refused':
      return {
        ...known,
        outbox: outbox.map((own) =>
          own.turnId === event.turnId ? { ...own, state: 'refused', error: event.error } : own,
        ),
      };
    case 'not-answered':
      return {
        ...known,
        outbox: outbox.map((own) =>
          own.state === 'sending' ? { ...own, state: 'retrying' } : own,
        ),
      };
    case 'taken-back':
      return { ...known, outbox: outbox.filter(({ turnId }) => turnId !== event.turnId) };
    case 'heard':
      return withTurns(known, [event.turn]);
    case 'pulled':
      // What was asked for from inside the complete part proves that nothing else lies before.
      return withTurns(
        known,
        event.turns,
        event.after <= known.completeTo ? event.turns.at(-1)?.seq : 0,
      );
    case 'began-anew':
      // A new conversation offers no choices yet: what was tapped goes out as its words.
      return {
        ...EMPTY_TRANSCRIPT,
        outbox: outbox.map((own) =>
          own.error === 'invalid'
            ? own
            : { turnId: own.turnId, text: own.text, at: own.at, state: 'sending' },
        ),
      };
  }
}

/** What goes out next: one at a time, or two sentences could arrive in the wrong order. */
export function nextToSend({ outbox }: Transcript): OwnTurn | undefined {
  return outbox.find(({ state }) => state !== 'refused');
}

/**
 * The `seq` of the question whose choices can be tapped now: the last thing said to the
 * participant, as long as none of its choices has been said back.
 */
export function openQuestion({ turns, outbox }: Transcript): number | undefined {
  const said = turns.findLast(({ author }) => author === 'bot' || author === 'responder');
  if (!said?.choices?.length) return undefined;
  const labels = new Set(said.choices.map(({ label }) => label));
  const answered =
    outbox.some(({ text }) => labels.has(text)) ||
    turns.some(
      ({ author, seq, text }) => author === 'participant' && seq > said.seq && labels.has(text),
    );
  return answered ? undefined : said.seq;
}
