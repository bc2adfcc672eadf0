import {
  atLeast,
  higher,
  type RiskAssessment,
  type RiskClassifier,
} from '../../classifiers/risk-classifier.ts';
import { caseForTurn } from '../domain/case-for-turn.ts';
import type { Conversation, Turn } from '../domain/conversation.ts';
import { type TriageDecision, triage, whoSpeaks } from '../domain/triage.ts';
import type { DegradedTurn } from '../ports/conversation-store.ts';
import { type AnswerTurnDeps, handlingAfter } from './answer-turn.ts';
import { dialogContext } from './dialog-context.ts';
import { readTurn } from './read-turn.ts';
import { spokenTurns } from './spoken-turns.ts';
import { tellKept } from './tell-kept.ts';

export interface RereadTurnsDeps extends Omit<AnswerTurnDeps, 'notifyDirectly'> {
  readonly classifier: RiskClassifier;
  /** Whether nobody waits for an answer: who does is read first. */
  readonly hasRoom: () => boolean;
  /** How often each turn was tried since the start; what keeps failing is left to people. */
  readonly tries: Map<string, number>;
}

const AT_ONCE = 20;
const MOST_TRIES = 5;
/** Turns of conversations that began longer ago are left to the people who reviewed them. */
const LOOKED_BACK_MS = 7 * 24 * 3600_000;
const ATTEMPTS = 5;
/** So long after a message its safety text is said even if more was written since. */
const STILL_SAID_MS = 30 * 60_000;

/**
 * Reads again what was read without the model, once there is room. The store knows which turns
 * those are, so a restart forgets none. What is seen now replaces what was seen then; the level
 * rises where it has to, and never falls.
 */
export async function rereadTurns(deps: RereadTurnsDeps): Promise<void> {
  if (!isReady(deps)) return;
  const since = new Date(deps.clock.now().getTime() - LOOKED_BACK_MS);
  const degraded = await deps.conversations.degradedTurns(since);
  const due = degraded.filter((one) => (deps.tries.get(keyOf(one)) ?? 0) < MOST_TRIES);
  for (const one of due.slice(0, AT_ONCE)) {
    if (!isReady(deps)) return;
    deps.tries.set(keyOf(one), (deps.tries.get(keyOf(one)) ?? 0) + 1);
    if (await reread(deps, one)) deps.tries.delete(keyOf(one));
  }
}

const isReady = ({ classifier, hasRoom }: RereadTurnsDeps) =>
  hasRoom() && classifier.health().state === 'ready';
const keyOf = ({ conversationId, seq }: DegradedTurn) => `${conversationId} ${seq}`;

/** @returns whether there is nothing left to do. */
async function reread(deps: RereadTurnsDeps, { conversationId, seq }: DegradedTurn) {
  const [conversation, [turn]] = await Promise.all([
    deps.conversations.load(conversationId),
    deps.conversations.turnsAfter(conversationId, seq - 1, 1),
  ]);
  if (!conversation || turn?.seq !== seq) return true;
  const seen = await readTurn(deps, conversation, turn);
  if (seen.completeness === 'degraded') return false;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (await keep(deps, turn, conversationId, seen)) return true;
  }
  return false;
}

/** @returns false when the conversation moved on meanwhile and it has to be decided again. */
async function keep(
  deps: RereadTurnsDeps,
  turn: Turn,
  conversationId: string,
  seen: RiskAssessment,
): Promise<boolean> {
  const conversation = await deps.conversations.load(conversationId);
  if (!conversation) return true;
  const at = deps.clock.now();
  // What was once as high has been heard: a responder who lowered it since has judged it.
  const rises =
    atLeast(seen.level, conversation.highestLevel) && seen.level !== conversation.highestLevel;
  const level = rises ? higher(conversation.level, seen.level) : conversation.level;
  const decision: TriageDecision = rises ? triage(seen) : { kind: 'continue' };
  const known = await deps.escalations.openOf(conversationId);
  const change = { known, conversation, decision, assessment: { ...seen, level }, at };
  const { escalation, outbox } = rises ? caseForTurn(change, deps.secrets.newId) : NO_CHANGE;
  const reply = rises ? await speak(deps, conversation, turn, seen) : null;

  const result = await deps.conversations.commit({
    conversation: {
      ...conversation,
      level,
      highestLevel: higher(conversation.highestLevel, level),
      ...(reply && { flowState: reply.flowState }),
      handling: handlingAfter(conversation.handling, decision),
    },
    turns: reply ? spokenTurns(deps.secrets, 'bot', reply.says, at) : [],
    reread: { seq: turn.seq, assessment: seen },
    ...(escalation && { escalation }),
    outbox,
  });
  if (result.kind === 'conflict') return false;
  if (result.kind !== 'committed') return true;

  const { conversation: now, turns: said } = result;
  tellKept(deps, { turn, seen, before: conversation, now, said, known, escalation });
  if (outbox.length > 0) deps.deliverSoon();
  return true;
}

const NO_CHANGE = { escalation: undefined, outbox: [] } as const;

/** The safety text, late but not never; nothing where a person answered or the talk is long past it. */
async function speak(
  deps: RereadTurnsDeps,
  conversation: Conversation,
  turn: Turn,
  seen: RiskAssessment,
) {
  if (conversation.handling.kind === 'closed') return null;
  const after = await deps.conversations.turnsAfter(conversation.id, turn.seq, AT_ONCE);
  const answered = after.some(({ author }) => author === 'responder');
  const wentOn = after.some(({ author }) => author === 'participant');
  const old = deps.clock.now().getTime() - turn.at.getTime() > STILL_SAID_MS;
  if (answered || (wentOn && old)) return null;
  const speaker = whoSpeaks(seen, conversation.handling);
  if (speaker.kind !== 'safety') return null;
  return deps.dialog.enter(
    speaker.occasion,
    conversation.flowState,
    dialogContext(deps, conversation),
  );
}
