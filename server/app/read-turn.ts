import type { Dialog } from '../../bot-flows/dialog.ts';
import {
  atLeast,
  higher,
  isUnread,
  type PrecedingTurn,
  type RiskAssessment,
  type RiskClassifier,
  type RiskLevel,
} from '../../classifiers/risk-classifier.ts';
import type { Conversation, Turn } from '../domain/conversation.ts';
import { ownWords } from '../domain/own-words.ts';
import { isOfSomeoneElse, ofSomeoneElse } from '../domain/someone-else.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { Log } from '../ports/log.ts';

export interface ReadTurnDeps {
  readonly conversations: ConversationStore;
  readonly classifier: RiskClassifier;
  readonly dialog: Pick<Dialog, 'subjectOf'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A message is read within this time; what is late is left out (design: 1,500 ms). */
const ASSESS_BUDGET_MS = 1500;
/** How far back the question is looked for that a message may answer. */
const QUESTION_WITHIN_TURNS = 10;
/** The word that every direct question says, in both languages. */
const DIRECT_QUESTION = /suicid/i;

/**
 * Reads one kept turn: what it shows of the writer. Where it speaks of another person's danger,
 * the writer's own words are read by themselves, and another's danger is a signal, not a level.
 */
export async function readTurn(
  deps: ReadTurnDeps,
  conversation: Conversation,
  turn: Turn,
): Promise<RiskAssessment> {
  const { classifier, clock } = deps;
  const until = clock.now().getTime() + ASSESS_BUDGET_MS;
  const read = (text: string, context: readonly PrecedingTurn[]) =>
    assess(deps, conversation, text, Math.max(0, until - clock.now().getTime()), context);

  const subject = deps.dialog.subjectOf(conversation.flowState);
  const context = turn.choice
    ? []
    : await questionBefore(deps.conversations, conversation.id, turn.seq);
  const whole = await read(turn.text, subject === 'writer' ? context : []);
  if (!atLeast(whole.level, 'passive') || isUnread(whole.language)) return whole;

  const own = ownWords(turn.text);
  const rules = classifier.glance(turn.text);
  if (!isOfSomeoneElse(whole, own, subject, rules)) return whole;
  const spoken = own.spoken === '' ? null : await read(own.spoken, []);
  const bare: RiskLevel = own.bare === '' ? 'none' : classifier.glance(own.bare);
  const writers = higher(spoken?.level ?? 'none', bare);
  return atLeast(writers, 'passive') ? whole : ofSomeoneElse(whole, spoken);
}

async function assess(
  { classifier, log }: ReadTurnDeps,
  { id, locale }: Conversation,
  text: string,
  budgetMs: number,
  context: readonly PrecedingTurn[],
): Promise<RiskAssessment> {
  try {
    return await classifier.assess(text, { locale, budgetMs, context });
  } catch (error) {
    // The port promises never to reject; should it all the same, a person reads the turn.
    log.error({ err: error, conversationId: id }, 'the classifier threw');
    return {
      level: classifier.glance(text),
      signals: [],
      language: 'und',
      completeness: 'degraded',
      assessor: 'none',
    };
  }
}

/**
 * The direct question that the message may answer ("every night"), if that is what was last said
 * to the person. After anything else a message is read by itself: small talk behind it makes the
 * model see what isn't there, and the person's own earlier words were read when they came. What
 * a tap means is written in the flow, and needs no context.
 */
async function questionBefore(
  conversations: ConversationStore,
  conversationId: string,
  seq: number,
): Promise<readonly PrecedingTurn[]> {
  const before = await conversations.turnsBefore(conversationId, seq, QUESTION_WITHIN_TURNS);
  const said = before.findLast(({ author }) => author === 'bot' || author === 'responder');
  return said && DIRECT_QUESTION.test(said.text) ? [{ speaker: 'bot', text: said.text }] : [];
}
