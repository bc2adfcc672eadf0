import { higher, RISK_LEVELS, type RiskLevel } from '../../classifiers/risk-classifier.ts';
import type { Turn } from '../domain/conversation.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { Log } from '../ports/log.ts';

export interface AnswerQueueDeps {
  readonly conversations: Pick<ConversationStore, 'pendingTurns' | 'conversationsPending'>;
  readonly answer: (conversationId: string, turn: Turn) => Promise<void>;
  /** How alarming a text looks, at once; decides who goes first. */
  readonly glance: (text: string) => RiskLevel;
  readonly log: Log;
  /** How many conversations are answered side by side. */
  readonly concurrency: number;
  /** Milliseconds before a conversation whose answer failed is tried again: first and longest. */
  readonly retryMs: { readonly first: number; readonly longest: number };
}

export interface AnswerQueue {
  /** This conversation has a turn to answer. The most alarming at a glance goes first. */
  add(conversationId: string, glance: RiskLevel): void;
  /** Picks up every turn that was kept and not answered, as after a crash; the most alarming first. */
  resume(): Promise<void>;
  /** How many conversations wait or are being answered. */
  size(): number;
  /** Takes no more and waits for the answers under way; what remains is resumed at the next start. */
  stop(): Promise<void>;
}

/**
 * Answers kept turns: one conversation at a time, its turns in order, many conversations side by
 * side. It holds no turn itself, only who waits: the store knows the rest, and a turn whose
 * answer fails stays pending and is tried again for as long as it takes.
 */
export function createAnswerQueue(deps: AnswerQueueDeps): AnswerQueue {
  const waiting = RISK_LEVELS.map(() => new Set<string>());
  const running = new Map<string, Promise<void>>();
  /** Got a further turn while being answered. */
  const again = new Map<string, RiskLevel>();
  const retries = new Map<string, { timer: NodeJS.Timeout; delayMs: number }>();
  let stopped = false;

  function enqueue(id: string, glance: RiskLevel) {
    const rank = RISK_LEVELS.indexOf(glance);
    if (waiting.some((ids, level) => level >= rank && ids.has(id))) return;
    for (const ids of waiting) ids.delete(id);
    waiting[rank]?.add(id);
  }

  function next(): string | undefined {
    for (const ids of waiting.toReversed()) {
      for (const id of ids) {
        ids.delete(id);
        return id;
      }
    }
    return undefined;
  }

  function pump() {
    while (!stopped && running.size < deps.concurrency) {
      const id = next();
      if (id === undefined) return;
      running.set(
        id,
        work(id).finally(() => {
          running.delete(id);
          const glance = again.get(id);
          if (glance && again.delete(id)) enqueue(id, glance);
          pump();
        }),
      );
    }
  }

  async function work(id: string): Promise<void> {
    try {
      for (;;) {
        const turns = await deps.conversations.pendingTurns(id);
        if (turns.length === 0) break;
        for (const turn of turns) {
          if (stopped) return;
          await deps.answer(id, turn);
        }
      }
      retries.delete(id);
    } catch (error) {
      deps.log.error(
        { err: error, conversationId: id },
        'a turn could not be answered; trying again',
      );
      retryLater(id);
    }
  }

  function retryLater(id: string) {
    if (stopped) return;
    const before = retries.get(id)?.delayMs;
    const delayMs = Math.min(before ? before * 2 : deps.retryMs.first, deps.retryMs.longest);
    const timer = setTimeout(() => queue.add(id, 'imminent'), delayMs);
    retries.set(id, { timer, delayMs });
  }

  const queue: AnswerQueue = {
    add(id, glance) {
      if (stopped) return;
      if (running.has(id)) again.set(id, glance);
      else enqueue(id, glance);
      pump();
    },
    async resume() {
      for (const id of await deps.conversations.conversationsPending()) {
        if (waiting.some((ids) => ids.has(id))) continue;
        const turns = await deps.conversations.pendingTurns(id);
        // Being answered, it finds all its turns by itself, and is never answered twice at once.
        if (!running.has(id))
          enqueue(id, turns.map(({ text }) => deps.glance(text)).reduce(higher, 'none'));
      }
      // Once all are ranked: what alarms may have been found last.
      pump();
    },
    size: () => running.size + waiting.reduce((sum, ids) => sum + ids.size, 0),
    async stop() {
      stopped = true;
      for (const { timer } of retries.values()) clearTimeout(timer);
      await Promise.allSettled(running.values());
    },
  };
  return queue;
}
