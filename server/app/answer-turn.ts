import type { Dialog, DialogReply } from '../../bot-flows/dialog.ts';
import {
  higher,
  type RiskAssessment,
  type RiskClassifier,
} from '../../classifiers/risk-classifier.ts';
import { caseForTurn } from '../domain/case-for-turn.ts';
import type { Conversation, Handling, Turn } from '../domain/conversation.ts';
import { isOnlyOfAnother } from '../domain/own-words.ts';
import type { Site } from '../domain/site.ts';
import { stronger, type TriageDecision, triage, whoSpeaks } from '../domain/triage.ts';
import type { Announcer } from '../ports/announcer.ts';
import type { Clock } from '../ports/clock.ts';
import { type ConversationStore, StorageUnavailableError } from '../ports/conversation-store.ts';
import type { Duty } from '../ports/duty.ts';
import type { EscalationStore } from '../ports/escalation-store.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Secrets } from '../ports/secrets.ts';
import { dialogContext } from './dialog-context.ts';
import type { DirectNotification } from './notify-directly.ts';
import { readTurn } from './read-turn.ts';
import { spokenTurns } from './spoken-turns.ts';
import { tellKept } from './tell-kept.ts';

export interface AnswerTurnDeps {
  readonly conversations: ConversationStore;
  readonly escalations: EscalationStore;
  readonly classifier: RiskClassifier;
  readonly dialog: Dialog;
  readonly site: Site;
  readonly duty: Duty;
  readonly announce: Announcer;
  readonly notifyDirectly: DirectNotification;
  /** Has new outbox entries delivered without waiting for the next round. */
  readonly deliverSoon: () => void;
  /** Waits for its turn among all answers, after the messages that are coming in. */
  readonly turnstile: () => Promise<void>;
  readonly metrics: Metrics;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Log;
}

/** The signal of somebody who wants a human being, as the rubric names it. */
const ASKS_FOR_PERSON = 'asks-for-human';
/** Others may write to the conversation meanwhile; each time it is decided afresh. */
const ATTEMPTS = 20;

/**
 * Reads one kept turn, decides, answers, and keeps all of that at once. Doing it again after a
 * crash is harmless: a turn that is answered already stays as it is.
 *
 * @throws {StorageUnavailableError} when the answer can't be kept; the turn stays pending.
 */
export async function answerTurn(
  deps: AnswerTurnDeps,
  conversationId: string,
  turn: Turn,
): Promise<void> {
  await deps.turnstile();
  const conversation = await deps.conversations.load(conversationId);
  if (!conversation) return;
  const assessment = await readTurn(deps, conversation, turn);
  await deps.turnstile();
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (await decideAndKeep(deps, conversationId, turn, assessment)) return;
    }
  } catch (error) {
    if (error instanceof StorageUnavailableError) {
      void deps.notifyDirectly(conversationId, assessment.level);
    }
    throw error;
  }
  throw new Error('the conversation kept changing; the turn stays pending');
}

/** @returns false when the conversation moved on meanwhile and it has to be decided again. */
async function decideAndKeep(
  deps: AnswerTurnDeps,
  conversationId: string,
  turn: Turn,
  assessment: RiskAssessment,
): Promise<boolean> {
  const conversation = await deps.conversations.load(conversationId);
  if (!conversation) return true;
  const at = deps.clock.now();
  const reply = await speak(deps, conversation, turn, assessment);
  const seen: RiskAssessment = reply.raises
    ? { ...assessment, level: higher(assessment.level, reply.raises) }
    : assessment;
  const decision = decide(seen, reply);
  const level = higher(conversation.level, seen.level);
  const known = await deps.escalations.openOf(conversationId);
  const { escalation, outbox } = caseForTurn(
    { known, conversation, decision, assessment: { ...seen, level }, at },
    deps.secrets.newId,
  );

  const result = await deps.conversations.commit({
    conversation: {
      ...conversation,
      level,
      highestLevel: higher(conversation.highestLevel, level),
      flowState: reply.flowState,
      locale: reply.language ?? conversation.locale,
      handling: handlingAfter(conversation.handling, decision),
    },
    turns: spokenTurns(deps.secrets, 'bot', reply.says, at),
    answered: { seq: turn.seq, assessment: seen, decision },
    ...(escalation && { escalation }),
    outbox,
  });
  if (result.kind === 'conflict') return false;
  if (result.kind !== 'committed') return true;

  deps.metrics.turnAnswered(seen, deps.clock.now().getTime() - turn.at.getTime());
  const { conversation: now, turns: said } = result;
  tellKept(deps, { turn, seen, before: conversation, now, said, known, escalation });
  if (outbox.length > 0) deps.deliverSoon();
  return true;
}

/** Who speaks next: a person before the bot, safety before any flow, and never silence. */
async function speak(
  deps: AnswerTurnDeps,
  conversation: Conversation,
  turn: Turn,
  assessment: RiskAssessment,
): Promise<DialogReply> {
  const { handling, flowState } = conversation;
  const context = dialogContext(deps, conversation);
  // What the reviewed rules see is named to the person; what only the model guessed is asked.
  const answer = {
    text: turn.text,
    signals: [
      ...assessment.signals,
      `rule-${deps.classifier.glance(turn.text)}`,
      ...(isOnlyOfAnother(turn.text) ? ['only-of-another'] : []),
    ],
    ...(turn.choice !== undefined && { choice: turn.choice }),
  };
  const speaker = whoSpeaks(assessment, handling);
  switch (speaker.kind) {
    case 'responder':
      return { says: [], flowState, failed: false };
    case 'unread':
      return deps.dialog.unread(speaker, flowState, context);
    case 'safety':
      return deps.dialog.enter(speaker.occasion, flowState, context, answer);
    case 'flow':
      // Kept just before a responder closed the conversation: their last word stays the last.
      if (handling.kind === 'closed') return { says: [], flowState, failed: false };
      return deps.dialog.reply(flowState, answer, context);
  }
}

function decide(seen: RiskAssessment, reply: DialogReply): TriageDecision {
  let decision = triage(seen);
  // Safety text comes before the flow that would have understood it.
  const asked =
    reply.request === 'person' ||
    (seen.level === 'passive' && seen.signals.includes(ASKS_FOR_PERSON));
  if (asked) {
    decision = stronger(decision, { kind: 'escalate', reason: 'asked-for-person' });
  }
  return reply.failed ? stronger(decision, { kind: 'review', reason: 'flow-failed' }) : decision;
}

/** A closed conversation in which danger was written just before comes back to the queue. */
export function handlingAfter(handling: Handling, decision: TriageDecision): Handling {
  if (decision.kind !== 'escalate' || handling.kind === 'with-responder') return handling;
  return { kind: 'awaiting-responder' };
}
