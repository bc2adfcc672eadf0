import type {
  ConversationWire,
  EscalationWire,
  ReadTurnWire,
} from '../../../server/protocol/responder-protocol.ts';
import { type Cases, withCase, withPulled } from './case-list.ts';
import type { Outgoing } from './outgoing.ts';
import type { Problem } from './problem.ts';
import {
  EMPTY_TALK,
  type Talk,
  withAllSeen,
  withConversation,
  withDelivery,
  withDraftSent,
  withEverythingErased,
  withRefusal,
  withTurns,
} from './talk.ts';

/** Everything the console shows, apart from preferences. */
export interface DeskState {
  readonly link: 'connecting' | 'online' | 'offline' | 'signed-out';
  readonly you: { readonly id: string; readonly name: string };
  readonly cases: Cases;
  /** Announced since the pull under way was asked for. */
  readonly heard: readonly EscalationWire[];
  /** Whether the queue was ever pulled: an empty one is only then known to be empty. */
  readonly queueKnown: boolean;
  readonly talks: ReadonlyMap<string, Talk>;
  /** The conversation on the screen. */
  readonly openId: string | null;
}

export type DeskEvent =
  | { readonly kind: 'link'; readonly link: DeskState['link'] }
  | { readonly kind: 'queue-asked' }
  | {
      readonly kind: 'queue-pulled';
      readonly escalations: readonly EscalationWire[];
      readonly you: DeskState['you'];
    }
  | { readonly kind: 'case'; readonly escalation: EscalationWire }
  | { readonly kind: 'conversation-pulled'; readonly conversation: ConversationWire }
  | { readonly kind: 'conversation-gone'; readonly conversationId: string }
  | { readonly kind: 'turn'; readonly turn: ReadTurnWire }
  | { readonly kind: 'opened'; readonly conversationId: string | null }
  | { readonly kind: 'drafted'; readonly conversationId: string; readonly text: string }
  | { readonly kind: 'sent'; readonly conversationId: string; readonly turnId: string }
  | {
      readonly kind: 'delivery';
      readonly conversationId: string;
      readonly turnId: string;
      readonly state: Outgoing['state'];
    }
  | { readonly kind: 'refused'; readonly conversationId: string; readonly problem: Problem }
  | { readonly kind: 'problem'; readonly conversationId: string; readonly problem: Problem | null };

export function emptyDesk(you: DeskState['you']): DeskState {
  return {
    link: 'connecting',
    you,
    cases: new Map(),
    heard: [],
    queueKnown: false,
    talks: new Map(),
    openId: null,
  };
}

/** The console after one thing happened. Pure: the socket and the clock are elsewhere. */
export function afterEvent(state: DeskState, event: DeskEvent): DeskState {
  switch (event.kind) {
    case 'link':
      return { ...state, link: event.link };
    case 'queue-asked':
      return { ...state, heard: [] };
    case 'queue-pulled':
      return {
        ...state,
        you: event.you,
        queueKnown: true,
        cases: withPulled(event.escalations, state.heard),
        heard: [],
      };
    case 'case':
      return {
        ...state,
        cases: withCase(state.cases, event.escalation),
        heard: [...state.heard, event.escalation].slice(-1000),
      };
    case 'conversation-pulled':
      return withTalk(state, event.conversation.conversationId, (talk) =>
        withConversation(talk, event.conversation),
      );
    case 'conversation-gone':
      return withTalk(state, event.conversationId, withEverythingErased);
    case 'turn':
      // A conversation nobody opened here is pulled whole when it is.
      if (!state.talks.has(event.turn.conversationId)) return state;
      return withTalk(state, event.turn.conversationId, (talk) => withTurns(talk, [event.turn]));
    case 'opened':
      if (event.conversationId === null) return { ...state, openId: null };
      return withTalk({ ...state, openId: event.conversationId }, event.conversationId, (t) => t);
    case 'drafted':
      return withTalk(state, event.conversationId, (talk) => ({ ...talk, draft: event.text }));
    case 'sent':
      return withTalk(state, event.conversationId, (talk) => withDraftSent(talk, event.turnId));
    case 'delivery':
      return withTalk(state, event.conversationId, (talk) =>
        withDelivery(talk, event.turnId, event.state),
      );
    case 'refused':
      return withTalk(state, event.conversationId, (talk) => withRefusal(talk, event.problem));
    case 'problem':
      return withTalk(state, event.conversationId, (talk) => ({ ...talk, problem: event.problem }));
  }
}

function withTalk(state: DeskState, id: string, change: (talk: Talk) => Talk): DeskState {
  const talks = new Map(state.talks);
  const talk = change(talks.get(id) ?? EMPTY_TALK);
  talks.set(id, id === state.openId ? withAllSeen(talk) : talk);
  return { ...state, talks };
}
