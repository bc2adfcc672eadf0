import { labelledTurns, type ResponderLabel } from '../domain/responder-label.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { LabelStore } from '../ports/label-store.ts';
import { questionBefore } from './question-before.ts';

export interface ExportLabelsDeps {
  readonly labels: LabelStore;
  readonly conversations: Pick<
    ConversationStore,
    'load' | 'turnsAfter' | 'turnsBefore' | 'assessments'
  >;
  /** Takes out of a text whatever could lead to a person. */
  readonly mask: (text: string) => string;
}

/** As many turns as one read gives. */
const PAGE = 500;

/**
 * Everything that responders said about levels, masked, in conversations whose person agreed to
 * training and that are still kept. Nothing unmasked leaves this function.
 */
export async function exportLabels(deps: ExportLabelsDeps): Promise<readonly ResponderLabel[]> {
  const { labels, conversations, mask } = deps;
  const exported: ResponderLabel[] = [];
  for (const conversationId of [...(await labels.conversations())].sort()) {
    // Consent may have been taken back, or the conversation erased, since the list was read.
    const conversation = await conversations.load(conversationId);
    if (!conversation?.consent?.training) continue;
    const labelled = labelledTurns(
      await allTurns(conversations, conversationId),
      await conversations.assessments(conversationId),
      await labels.acts(conversationId),
    );
    for (const { seq, turn, reason, ...label } of labelled) {
      const context = await questionBefore(conversations, conversationId, seq);
      exported.push({
        ...label,
        conversationId,
        seq,
        text: mask(turn.text),
        context: context.map((one) => ({ ...one, text: mask(one.text) })),
        reason: mask(reason),
      });
    }
  }
  return exported;
}

async function allTurns(conversations: ExportLabelsDeps['conversations'], id: string) {
  const turns = [...(await conversations.turnsAfter(id, 0, PAGE))];
  for (let page = turns; page.length === PAGE; ) {
    page = [...(await conversations.turnsAfter(id, turns.at(-1)?.seq ?? 0, PAGE))];
    turns.push(...page);
  }
  return turns;
}
