import type { RiskLevel } from '../../classifiers/risk-classifier.ts';
import type { Handling, Turn } from '../domain/conversation.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { OpenConversation } from './open-conversation.ts';
import type { ReceiveTurn, ReceiveTurnOutcome } from './receive-turn.ts';

export interface AnswerChatDeps {
  readonly conversations: ConversationStore;
  readonly secrets: Secrets;
  openConversation(
    command: OpenConversation,
  ): Promise<{ readonly conversation: { readonly id: string } }>;
  receiveTurn(command: ReceiveTurn): Promise<ReceiveTurnOutcome>;
}

export interface AnsweredChat {
  readonly conversationId: string;
  /** Id of the message that was answered. */
  readonly turnId: string;
  /** All texts said in reply to the last message, in order. */
  readonly replies: readonly string[];
  readonly handling: Handling;
  /** The conversation's level after it. */
  readonly level: RiskLevel;
}

/** How long an answer may take before the call gives up, and how often it is looked for. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 5;

/**
 * Sends messages through everything a participant's messages go through, and waits for the
 * answer; for offline evaluation tools. Within a known conversation only the last message is
 * new. Without one, all are sent in order, so that a tool that repeats the whole history each
 * time is answered in its context.
 *
 * @returns nothing when there is no such open conversation.
 */
export async function answerChat(
  deps: AnswerChatDeps,
  command: {
    readonly conversationId: string | undefined;
    readonly locale: string;
    readonly messages: readonly string[];
  },
): Promise<AnsweredChat | undefined> {
  const { locale, messages } = command;
  const id = command.conversationId ?? (await deps.openConversation({ locale })).conversation.id;
  let answered: AnsweredChat | undefined;
  for (const text of command.conversationId ? messages.slice(-1) : messages) {
    const turnId = deps.secrets.newId();
    const outcome = await deps.receiveTurn({ conversationId: id, turnId, text });
    if (outcome.kind !== 'kept') return undefined;
    answered = await answerTo(deps, id, turnId, outcome.seq);
  }
  return answered;
}

async function answerTo(
  { conversations }: AnswerChatDeps,
  conversationId: string,
  turnId: string,
  seq: number,
): Promise<AnsweredChat> {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    const pending = await conversations.pendingTurns(conversationId);
    if (!pending.some((turn: Turn) => turn.seq === seq)) break;
    if (Date.now() > until) throw new Error('no answer came in time');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  const conversation = await conversations.load(conversationId);
  if (!conversation) throw new Error('the conversation went away');
  const after = await conversations.turnsAfter(conversationId, seq, 20);
  return {
    conversationId,
    turnId,
    replies: after.filter(({ author }) => author !== 'participant').map(({ text }) => text),
    handling: conversation.handling,
    level: conversation.level,
  };
}
