import type { TurnExplanationWire } from '../../../server/protocol/responder-protocol.ts';
import type { LevelWire } from '../../../server/protocol/turn-wire.ts';
import { caseOf } from './case-list.ts';
import type { AskAnswer, DeskLink, DeskListener } from './desk-link.ts';
import { afterEvent, type DeskEvent, type DeskState, emptyDesk } from './desk-state.ts';
import { problemOf } from './problem.ts';
import { createPuller } from './puller.ts';
import { createSender } from './sender.ts';
import { hasUnsentWords } from './talk.ts';
import { settledSeq } from './turn-merge.ts';

/** How often everything shown is asked for again, whatever was announced meanwhile. */
const REFRESH_MS = 30_000;
const AGAIN_AFTER_TURNED_AWAY_MS = 3000;

export interface DeskDeps {
  openLink(listener: DeskListener): DeskLink;
  /** `no` only when the server says so; `unknown` when it can't be reached. */
  hasSession(): Promise<'yes' | 'no' | 'unknown'>;
  /** At least 128 random bits. */
  newId(): string;
  /** Runs once, later. Gives back what prevents it. */
  later(delayMs: number, run: () => void): () => void;
}

/** What the console does, for the views. Every act ends in a state they can show. */
export interface Desk {
  state(): DeskState;
  /** Called after every change; gives back what ends it. */
  subscribe(changed: () => void): () => void;
  open(conversationId: string | null): void;
  claim(escalationId: string): Promise<void>;
  release(escalationId: string): Promise<boolean>;
  lower(conversationId: string, level: LevelWire, reason: string): Promise<boolean>;
  close(conversationId: string): Promise<boolean>;
  /** Why a turn has its level; null when that can't be had now. */
  explain(conversationId: string, seq: number): Promise<TurnExplanationWire | null>;
  draft(conversationId: string, text: string): void;
  send(conversationId: string): void;
  /** Asks for everything shown again: back in the foreground, back in the network. */
  refresh(): void;
  /** After signing in again. */
  reconnect(): void;
  hasUnsentWords(): boolean;
  stop(): void;
}

export function createDesk(deps: DeskDeps, you: DeskState['you']): Desk {
  let state = emptyDesk(you);
  const listeners = new Set<() => void>();
  const dispatch = (event: DeskEvent) => {
    state = afterEvent(state, event);
    for (const changed of listeners) changed();
  };

  const link = deps.openLink({
    online() {
      dispatch({ kind: 'link', link: 'online' });
      refresh();
      for (const id of state.talks.keys()) {
        sender.flush(id);
        if (isMine(id)) puller.conversation(id);
      }
    },
    offline() {
      if (state.link !== 'signed-out') dispatch({ kind: 'link', link: 'offline' });
    },
    turnedAway: () => void afterTurnedAway(),
    caseHeard(escalation) {
      dispatch({ kind: 'case', escalation });
      if (state.talks.has(escalation.conversationId))
        puller.conversation(escalation.conversationId);
    },
    turnHeard(turn) {
      dispatch({ kind: 'turn', turn });
      const turns = state.talks.get(turn.conversationId)?.turns;
      if (turns && settledSeq(turns) < turn.seq) puller.conversation(turn.conversationId);
    },
  });
  const read = { state: () => state, dispatch, link, later: deps.later };
  const puller = createPuller({ ...read, checkSession });
  const sender = createSender({ ...read, puller, checkSession });

  async function checkSession() {
    if ((await deps.hasSession()) === 'no') dispatch({ kind: 'link', link: 'signed-out' });
  }
  async function afterTurnedAway() {
    await checkSession();
    if (state.link !== 'signed-out') deps.later(AGAIN_AFTER_TURNED_AWAY_MS, () => link.connect());
  }
  function isMine(conversationId: string) {
    return caseOf(state.cases, conversationId)?.claimedBy?.id === state.you.id;
  }
  function refresh() {
    puller.queue();
    if (state.openId !== null) puller.conversation(state.openId);
  }
  let stopRefreshing = deps.later(REFRESH_MS, function again() {
    refresh();
    stopRefreshing = deps.later(REFRESH_MS, again);
  });

  /** One act on a case: asks, then shows either what came of it or why it didn't. */
  async function act(conversationId: string, ask: Promise<AskAnswer<'escalation:release'>>) {
    const ack = await ask;
    dispatch({
      kind: 'problem',
      conversationId,
      problem: ack.ok ? null : problemOf(ack.error),
    });
    if (!ack.ok && ack.error === 'unauthorized') void checkSession();
    puller.queue();
    puller.conversation(conversationId);
    return ack.ok;
  }

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    open(conversationId) {
      dispatch({ kind: 'opened', conversationId });
      if (conversationId !== null) puller.conversation(conversationId);
    },
    async claim(escalationId) {
      const found = state.cases.get(escalationId);
      if (!found) return;
      dispatch({ kind: 'opened', conversationId: found.conversationId });
      const ask = link.ask('escalation:claim', { id: escalationId }).then((ack) => {
        if (ack.ok) dispatch({ kind: 'case', escalation: ack.escalation });
        return ack;
      });
      await act(found.conversationId, ask);
    },
    async release(escalationId) {
      const found = state.cases.get(escalationId);
      if (!found) return false;
      return act(found.conversationId, link.ask('escalation:release', { id: escalationId }));
    },
    lower: (conversationId, level, reason) =>
      act(conversationId, link.ask('level:lower', { conversationId, level, reason })),
    close: (conversationId) =>
      act(conversationId, link.ask('conversation:close', { conversationId })),
    async explain(conversationId, seq) {
      const ack = await link.ask('turn:explain', { conversationId, seq });
      if (!ack.ok && ack.error === 'unauthorized') void checkSession();
      return ack.ok ? ack.explanation : null;
    },
    draft: (conversationId, text) => dispatch({ kind: 'drafted', conversationId, text }),
    send(conversationId) {
      // Nobody may write into a case that isn't theirs; the server refuses it as well.
      if (!isMine(conversationId)) return;
      dispatch({ kind: 'sent', conversationId, turnId: deps.newId() });
      sender.flush(conversationId);
    },
    refresh,
    reconnect() {
      dispatch({ kind: 'link', link: 'connecting' });
      link.connect();
    },
    hasUnsentWords: () => [...state.talks.values()].some(hasUnsentWords),
    stop() {
      stopRefreshing();
      link.close();
      listeners.clear();
    },
  };
}
