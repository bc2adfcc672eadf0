import type { AckError } from '../../../server/protocol/acks.ts';
import type { DeskLink } from './desk-link.ts';
import type { DeskEvent, DeskState } from './desk-state.ts';
import { settledSeq } from './turn-merge.ts';

/** When to look again for what was seen in a turn that isn't assessed yet. */
const LOOK_AGAIN_MS = 1500;
const LOOKS = 4;

export interface PullerDeps {
  state(): DeskState;
  dispatch(event: DeskEvent): void;
  readonly link: DeskLink;
  later(delayMs: number, run: () => void): () => void;
  checkSession(): Promise<void>;
}

/** Asks the server for what is true; announcements only say when. */
export interface Puller {
  queue(): void;
  /** Asks for what isn't settled of a conversation. */
  conversation(conversationId: string): void;
}

export function createPuller(deps: PullerDeps): Puller {
  const { dispatch, link } = deps;
  const queue = onceAtATime(async () => {
    dispatch({ kind: 'queue-asked' });
    const ack = await link.ask('queue:pull', {});
    if (ack.ok) dispatch({ kind: 'queue-pulled', escalations: ack.escalations, you: ack.you });
    else noted(ack.error);
  });

  const pulls = new Map<string, () => void>();
  const looksLeft = new Map<string, number>();

  async function pullConversation(conversationId: string) {
    const after = settledSeq(deps.state().talks.get(conversationId)?.turns ?? []);
    const ack = await link.ask('conversation:pull', { conversationId, after });
    if (!ack.ok) {
      // Without an open case a conversation is nobody's to read, so it leaves this browser too.
      if (ack.error === 'closed') dispatch({ kind: 'conversation-gone', conversationId });
      return noted(ack.error);
    }
    dispatch({ kind: 'conversation-pulled', conversation: ack.conversation });
    const turns = deps.state().talks.get(conversationId)?.turns ?? [];
    const left = looksLeft.get(conversationId) ?? LOOKS;
    if (settledSeq(turns) === ack.conversation.lastSeq) looksLeft.delete(conversationId);
    else if (left > 0) {
      looksLeft.set(conversationId, left - 1);
      deps.later(LOOK_AGAIN_MS, () => conversation(conversationId));
    }
  }

  function conversation(conversationId: string) {
    let pull = pulls.get(conversationId);
    if (!pull) {
      pull = onceAtATime(() => pullConversation(conversationId));
      pulls.set(conversationId, pull);
    }
    pull();
  }

  function noted(error: AckError) {
    if (error === 'unauthorized') void deps.checkSession();
  }

  return { queue, conversation };
}

/** Runs it now, or once more after the run under way, however often it is called meanwhile. */
function onceAtATime(run: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const start = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await run();
    } while (again);
    running = false;
  };
  return () => void start();
}
