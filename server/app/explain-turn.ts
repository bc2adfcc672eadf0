import type { Explanation, RiskClassifier, RiskLevel } from '../../classifiers/risk-classifier.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { EscalationStore } from '../ports/escalation-store.ts';
import { questionBefore } from './question-before.ts';

export interface ExplainTurnDeps {
  readonly conversations: Pick<
    ConversationStore,
    'load' | 'turnsBefore' | 'turnsAfter' | 'assessments'
  >;
  readonly escalations: Pick<EscalationStore, 'openOf'>;
  readonly classifier: Pick<RiskClassifier, 'explain'>;
}

/** Why a turn's reading was incomplete: the model, the rules or both had no part in it. */
export type DegradedBy = 'model-missing' | 'rules-missing' | 'nothing-read';

export interface ExplainedTurn extends Explanation {
  /** What the turn was read as. */
  readonly level: RiskLevel;
  /** Levels of the participant's turns before it that were read, oldest first. */
  readonly before: readonly { readonly seq: number; readonly level: RiskLevel }[];
  /** Null when everything had a part in it. */
  readonly degradedBy: DegradedBy | null;
}

/** A responder waits for it with the case before them. */
const BUDGET_MS = 300;

/**
 * Which words moved the level of one of the participant's turns. Whoever may read the
 * conversation may ask: one that has an open case. Nothing when there is no such turn, or when it
 * has not been read yet.
 */
export async function explainTurn(
  { conversations, escalations, classifier }: ExplainTurnDeps,
  conversationId: string,
  seq: number,
): Promise<ExplainedTurn | undefined> {
  if (!(await escalations.openOf(conversationId))) return undefined;
  const [conversation, [turn], assessments] = await Promise.all([
    conversations.load(conversationId),
    conversations.turnsAfter(conversationId, seq - 1, 1),
    conversations.assessments(conversationId),
  ]);
  const read = assessments.get(seq);
  if (!conversation || turn?.seq !== seq || turn.author !== 'participant' || !read)
    return undefined;
  const context = turn.choice ? [] : await questionBefore(conversations, conversationId, seq);
  const { locale } = conversation;
  const explanation = await classifier.explain(turn.text, { locale, budgetMs: BUDGET_MS, context });
  return {
    ...explanation,
    level: read.level,
    before: [...assessments]
      .filter(([other]) => other < seq)
      .toSorted(([a], [b]) => a - b)
      .map(([other, { level }]) => ({ seq: other, level })),
    degradedBy: read.completeness === 'degraded' ? missingIn(read.assessor) : null,
  };
}

/** By who is named as having read it. */
function missingIn(assessor: string): DegradedBy {
  const parts = assessor.split('+').filter((part) => part.includes('@'));
  if (parts.length === 0) return 'nothing-read';
  return parts.some((part) => part.startsWith('lexicon@')) ? 'model-missing' : 'rules-missing';
}
