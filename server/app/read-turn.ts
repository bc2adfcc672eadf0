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
import { questionBefore } from './question-before.ts';

export interface ReadTurnDeps {
  readonly conversations: ConversationStore;
  readonly classifier: RiskClassifier;
  readonly dialog: Pick<Dialog, 'subjectOf'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A message is read within this time; what is late is left out (design: 1,500 ms). */
const ASSESS_BUDGET_MS = 1500;

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
