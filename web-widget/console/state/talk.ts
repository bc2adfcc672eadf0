import type {
  ConversationWire,
  ReadTurnWire,
} from '../../../server/protocol/responder-protocol.ts';
import { type Outgoing, withoutShown, withState } from './outgoing.ts';
import type { Problem } from './problem.ts';
import { mergeTurns } from './turn-merge.ts';

/** One conversation as this browser knows it. Lives in memory only and ends with the page. */
export interface Talk {
  /** Everything but the turns; `null` until it was pulled for the first time. */
  readonly about: Omit<ConversationWire, 'turns'> | null;
  readonly turns: readonly ReadTurnWire[];
  /** What the responder is writing. */
  readonly draft: string;
  readonly outgoing: readonly Outgoing[];
  /** Texts that were refused and went back into the draft: shown after all, they leave it. */
  readonly returned: readonly Pick<Outgoing, 'turnId' | 'text'>[];
  readonly problem: Problem | null;
  /** The last turn that stood on the screen. */
  readonly seenSeq: number;
}

export const EMPTY_TALK: Talk = {
  about: null,
  turns: [],
  draft: '',
  outgoing: [],
  returned: [],
  problem: null,
  seenSeq: 0,
};

/** Takes in turns, from a pull or an announcement. */
export function withTurns(talk: Talk, incoming: readonly ReadTurnWire[]): Talk {
  const turns = mergeTurns(talk.turns, incoming);
  const shown = new Set(turns.map((turn) => turn.turnId));
  const keptAfterAll = talk.returned.filter(({ turnId }) => shown.has(turnId));
  return {
    ...talk,
    turns,
    outgoing: withoutShown(talk.outgoing, turns),
    draft: keptAfterAll.some(({ text }) => text === talk.draft) ? '' : talk.draft,
    returned: talk.returned.filter((item) => !keptAfterAll.includes(item)),
  };
}

export function withConversation(talk: Talk, pulled: ConversationWire): Talk {
  const { turns, ...about } = pulled;
  return withTurns({ ...talk, about }, turns);
}

/** Moves the draft to the outgoing texts; a blank one stays where it is. */
export function withDraftSent(talk: Talk, turnId: string): Talk {
  const text = talk.draft.trim();
  if (text === '') return talk;
  return {
    ...talk,
    draft: '',
    problem: null,
    outgoing: [...talk.outgoing, { turnId, text, state: 'sending' }],
  };
}

export function withDelivery(talk: Talk, turnId: string, state: Outgoing['state']): Talk {
  return { ...talk, outgoing: withState(talk.outgoing, turnId, state) };
}

/** Refused for good: everything unsent goes back before what is being written, nothing is lost. */
export function withRefusal(talk: Talk, problem: Problem): Talk {
  const back = talk.outgoing.filter((item) => item.state !== 'kept');
  return {
    ...talk,
    problem,
    outgoing: talk.outgoing.filter((item) => item.state === 'kept'),
    returned: [...talk.returned, ...back],
    draft: [...back.map((item) => item.text), talk.draft]
      .filter((text) => text !== '')
      .join('\n\n'),
  };
}

/** Not to be read any more: what was said goes, the responder's own unsent words stay. */
export function withEverythingErased(talk: Talk): Talk {
  return { ...EMPTY_TALK, draft: withRefusal(talk, 'gone').draft, problem: 'gone' };
}

/** While it is on the screen everything in it counts as seen. */
export function withAllSeen(talk: Talk): Talk {
  return { ...talk, seenSeq: talk.turns.at(-1)?.seq ?? 0 };
}

/** How many messages of the participant came since it was last on the screen. */
export function unreadCount(talk: Talk): number {
  return talk.turns.filter((turn) => turn.author === 'participant' && turn.seq > talk.seenSeq)
    .length;
}

/** Whether leaving the page would lose words. */
export function hasUnsentWords(talk: Talk): boolean {
  return talk.draft.trim() !== '' || talk.outgoing.some((item) => item.state !== 'kept');
}
