import type { TurnSend } from '../../../server/protocol/participant-protocol.ts';
import type { Locale } from '../../shared/locale.ts';
import type { ChatApi } from './chat-api.ts';
import { createChatLine } from './chat-line.ts';
import type { OpenChatLink } from './chat-link.ts';
import { type ChatState, FIRST_STATE } from './chat-state.ts';
import { createOutboxPump } from './outbox-pump.ts';
import { paceTurns } from './pace-turns.ts';
import type { Timers } from './timers.ts';
import type { TokenStore } from './token-store.ts';
import { nextToSend, type OwnTurn, type TranscriptEvent, transcriptAfter } from './transcript.ts';

export interface ChatSessionDeps {
  readonly api: ChatApi;
  readonly openLink: OpenChatLink;
  readonly tokens: TokenStore;
  readonly timers: Timers;
  readonly site: string | null;
  locale(): Locale;
  newTurnId(): string;
  now(): Date;
  reducedMotion(): boolean;
  holdsNumber(text: string): boolean;
  changed(state: ChatState): void;
}

/** One person's conversation on this screen: opens or resumes it and keeps it in step. */
export interface ChatSession {
  state(): ChatState;
  start(): void;
  say(text: string): void;
  choose(id: string, label: string): void;
  /** Takes a refused turn off the list. @returns its text, to be written again. */
  takeBack(turnId: string): string;
  erase(): Promise<void>;
  /** Begins a new conversation after the last was closed or erased. */
  restart(): void;
  /** The page is seen again, or the network came back: don't wait for the next attempt. */
  lookAgain(): void;
  /** Ends the line; the token stays, so that the conversation can be resumed. */
  stop(): void;
}

export function createChatSession(deps: ChatSessionDeps): ChatSession {
  const { api, tokens, timers } = deps;
  let state = FIRST_STATE;
  let stopped = false;
  let lastShownMs = 0;
  let cancelReveal = () => {};

  const set = (change: Partial<ChatState>): void => {
    state = { ...state, ...change };
    if (!stopped) deps.changed(state);
  };

  const reveal = (): void => {
    cancelReveal();
    const { turns } = state.transcript;
    const { shownTo, againInMs } = state.settled
      ? paceTurns(turns, state.shownTo, {
          handling: state.handling,
          reducedMotion: deps.reducedMotion(),
          sinceLastMs: timers.nowMs() - lastShownMs,
          holdsNumber: deps.holdsNumber,
        })
      : { shownTo: turns.at(-1)?.seq ?? 0, againInMs: null };
    if (shownTo !== state.shownTo) lastShownMs = timers.nowMs();
    if (againInMs !== null) cancelReveal = timers.after(againInMs, reveal);
    set({ shownTo });
  };

  const happened = (event: TranscriptEvent, change: Partial<ChatState> = {}): void => {
    state = { ...state, ...change, transcript: transcriptAfter(state.transcript, event) };
    reveal();
  };

  const beganAnew = (change: Partial<ChatState>): void =>
    happened(
      { kind: 'began-anew' },
      { shownTo: 0, handling: 'with-bot', responderName: null, settled: false, ...change },
    );

  const line = createChatLine({
    ...deps,
    completeTo: () => state.transcript.completeTo,
    opened: () => set({ settled: true }),
    connected() {
      set({ reach: 'online' });
      pump.wake();
    },
    away: () => happened({ kind: 'not-answered' }, { reach: 'away' }),
    pulled(after, turns, handling) {
      happened({ kind: 'pulled', after, turns }, { handling });
      set({ settled: true });
    },
    turnAdded: (turn) => happened({ kind: 'heard', turn }),
    changed({ handling, responder }) {
      set({ handling, responderName: responder?.name ?? null });
      reveal();
    },
    expired: () => beganAnew({ expired: true }),
  });

  const pump = createOutboxPump({
    next: () => nextToSend(state.transcript),
    connected: line.connected,
    send: (turn) => line.send(payloadOf(turn)),
    kept: (turnId, seq) => happened({ kind: 'acknowledged', turnId, seq }),
    refused: (turnId, error) =>
      happened(
        { kind: 'refused', turnId, error },
        error === 'closed' ? { handling: 'closed' } : {},
      ),
    notAnswered: () => happened({ kind: 'not-answered' }),
    unauthorized: line.renew,
    timers,
  });

  const write = (own: Pick<OwnTurn, 'text' | 'choice'>): void => {
    const turnId = deps.newTurnId();
    const at = deps.now().toISOString();
    happened({ kind: 'written', turn: { ...own, turnId, at, state: 'sending' } });
    pump.wake();
  };

  const readSite = async (): Promise<void> => {
    const site = await api.site();
    if (site) set({ site });
  };

  return {
    state: () => state,
    start() {
      void readSite();
      line.start();
    },
    say: (text) => write({ text }),
    choose: (id, label) => write({ text: label, choice: id }),
    takeBack(turnId) {
      const own = state.transcript.outbox.find((turn) => turn.turnId === turnId);
      happened({ kind: 'taken-back', turnId });
      return own?.text ?? '';
    },
    async erase() {
      const token = tokens.read();
      set({ erasure: { kind: 'asked' } });
      const receipt = token ? await api.erase(token) : '';
      if (receipt === null) {
        set({ erasure: { kind: 'failed' } });
        return;
      }
      line.letGo();
      beganAnew({});
      set({
        transcript: { ...state.transcript, outbox: [] },
        erasure: { kind: 'done', receipt },
      });
    },
    restart() {
      line.letGo();
      beganAnew({ erasure: { kind: 'no' }, expired: false });
      line.start();
    },
    lookAgain() {
      if (state.erasure.kind !== 'done') line.lookAgain();
    },
    stop() {
      stopped = true;
      cancelReveal();
      pump.stop();
      line.stop();
    },
  };
}

function payloadOf({ turnId, text, choice }: OwnTurn): TurnSend {
  return choice === undefined ? { turnId, text } : { turnId, choice };
}
