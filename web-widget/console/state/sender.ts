import type { DeskLink } from './desk-link.ts';
import type { DeskEvent, DeskState } from './desk-state.ts';
import { nextToSend, resendDelayMs } from './outgoing.ts';
import { problemOf } from './problem.ts';
import type { Puller } from './puller.ts';

export interface SenderDeps {
  state(): DeskState;
  dispatch(event: DeskEvent): void;
  readonly link: DeskLink;
  later(delayMs: number, run: () => void): () => void;
  readonly puller: Puller;
  checkSession(): Promise<void>;
}

/**
 * Sends what is outgoing, a turn at a time, again and again with the same id until the server
 * has kept it or refuses it for good.
 */
export function createSender(deps: SenderDeps) {
  const { dispatch, link, puller } = deps;
  const flying = new Set<string>();
  const attempts = new Map<string, number>();

  async function send(conversationId: string): Promise<void> {
    const next = nextToSend(deps.state().talks.get(conversationId)?.outgoing ?? []);
    if (!next || flying.has(conversationId)) return;
    flying.add(conversationId);
    const { turnId, text } = next;
    const ack = await link.ask('turn:send', { conversationId, turnId, text });
    flying.delete(conversationId);

    if (ack.ok) {
      attempts.delete(turnId);
      dispatch({ kind: 'delivery', conversationId, turnId, state: 'kept' });
      puller.conversation(conversationId);
      return send(conversationId);
    }
    if (ack.error === 'unavailable' || ack.error === 'too-many') {
      const made = (attempts.get(turnId) ?? 0) + 1;
      attempts.set(turnId, made);
      dispatch({ kind: 'delivery', conversationId, turnId, state: 'retrying' });
      deps.later(resendDelayMs(made), () => flush(conversationId));
      return;
    }
    attempts.delete(turnId);
    dispatch({ kind: 'refused', conversationId, problem: problemOf(ack.error) });
    if (ack.error === 'unauthorized') void deps.checkSession();
    puller.queue();
    puller.conversation(conversationId);
  }

  function flush(conversationId: string): void {
    void send(conversationId);
  }
  return { flush };
}
