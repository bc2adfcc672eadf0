import type { ReadTurnWire } from '../../../server/protocol/responder-protocol.ts';

/**
 * One list out of what is known and what came in, by sequence number, each turn once. A turn
 * that carries its assessment replaces the same one that came before it was assessed, never the
 * other way round, so that the order of arrival makes no difference.
 */
export function mergeTurns(
  known: readonly ReadTurnWire[],
  incoming: readonly ReadTurnWire[],
): readonly ReadTurnWire[] {
  if (incoming.length === 0) return known;
  const bySeq = new Map(known.map((turn) => [turn.seq, turn]));
  for (const turn of incoming) {
    if (bySeq.get(turn.seq)?.assessment === undefined || turn.assessment !== undefined) {
      bySeq.set(turn.seq, turn);
    }
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/**
 * The sequence number after which to ask for turns: up to it nothing is missing and everything a
 * participant wrote is assessed. Later turns are asked for again, since only then is it known
 * what was seen in them.
 */
export function settledSeq(turns: readonly ReadTurnWire[]): number {
  let settled = 0;
  for (const turn of turns) {
    const open = turn.author === 'participant' && turn.assessment === undefined;
    if (turn.seq !== settled + 1 || open) break;
    settled = turn.seq;
  }
  return settled;
}
