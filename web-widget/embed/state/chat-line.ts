import type {
  ConversationChangedWire,
  TurnSend,
} from '../../../server/protocol/participant-protocol.ts';
import type { HandlingWire, TurnWire } from '../../../server/protocol/turn-wire.ts';
import type { Locale } from '../../shared/locale.ts';
import type { ChatApi } from './chat-api.ts';
import type { ChatLink, OpenChatLink, SendOutcome } from './chat-link.ts';
import { retryDelayMs } from './retry-delay.ts';
import type { Timers } from './timers.ts';
import type { TokenStore } from './token-store.ts';

export interface ChatLineDeps {
  readonly api: ChatApi;
  readonly openLink: OpenChatLink;
  readonly tokens: TokenStore;
  readonly timers: Timers;
  readonly site: string | null;
  locale(): Locale;
  /** Up to this `seq` nothing is missing here. */
  completeTo(): number;
  /** A new conversation was opened; all that comes is new. */
  opened(): void;
  connected(): void;
  away(): void;
  pulled(after: number, turns: readonly TurnWire[], handling: HandlingWire): void;
  turnAdded(turn: TurnWire): void;
  changed(change: ConversationChangedWire): void;
  /** The conversation can't be gone on with; a new one is being opened. */
  expired(): void;
}

/** Opens or resumes a conversation on the server, follows it, and pulls what was missed. */
export interface ChatLine {
  connected(): boolean;
  send(payload: TurnSend): Promise<SendOutcome>;
  start(): void;
  pull(): Promise<void>;
  /** Don't wait for the next attempt. */
  lookAgain(): void;
  /** This conversation's token is of no use any more. */
  renew(): void;
  /** Forgets the conversation on this side. */
  letGo(): void;
  stop(): void;
}

const PULL_EVERY_MS = 30_000;

export function createChatLine(deps: ChatLineDeps): ChatLine {
  const { api, tokens, timers } = deps;
  let link: ChatLink | null = null;
  let opening = false;
  let failures = 0;
  let renewals = 0;
  let cancelRetry = () => {};
  let cancelPull = () => {};
  /** Counts conversations, so that what was meant for an earlier one is let go. */
  let era = 0;
  const inThisEra = <A extends unknown[]>(action: (...args: A) => void) => {
    const mine = era;
    return (...args: A) => {
      if (mine === era) action(...args);
    };
  };

  const later = (action: () => void): void => {
    failures += 1;
    cancelRetry();
    cancelRetry = timers.after(retryDelayMs(failures), action);
  };

  const open = async (): Promise<void> => {
    if (opening) return;
    cancelRetry();
    opening = true;
    const go = inThisEra((opened: { token: string } | null) => {
      opening = false;
      if (opened) {
        tokens.write(opened.token);
        deps.opened();
        follow(opened.token);
      } else {
        deps.away();
        later(() => void open());
      }
    });
    go(await api.open(deps.locale(), deps.site));
  };

  const follow = (token: string): void => {
    link = deps.openLink(token, deps.completeTo, {
      connected: inThisEra(() => {
        failures = 0;
        deps.connected();
        void pull();
      }),
      lost: inThisEra(deps.away),
      refused: inThisEra((reason) => {
        if (reason === 'unauthorized') renew();
        else void checkToken(token);
      }),
      turnAdded: inThisEra((turn) => {
        deps.turnAdded(turn);
        if (deps.completeTo() < turn.seq) void pull();
      }),
      changed: inThisEra((change) => {
        deps.changed(change);
        void pull();
      }),
    });
  };

  const checkToken = async (token: string): Promise<void> => {
    const go = inThisEra((known: 'yes' | 'no' | 'unreachable') => {
      if (known === 'no') renew();
      else later(() => link?.reconnect());
    });
    go(await api.isKnown(token));
  };

  const pull = async (): Promise<void> => {
    cancelPull();
    const asked = link;
    if (!asked) return;
    const after = deps.completeTo();
    const go = inThisEra((outcome: Awaited<ReturnType<ChatLink['pull']>>) => {
      cancelPull();
      cancelPull = timers.after(PULL_EVERY_MS, () => void pull());
      if (outcome.kind === 'pulled') {
        renewals = 0;
        deps.pulled(after, outcome.turns, outcome.handling);
      } else if (outcome.kind === 'failed' && outcome.error === 'unauthorized') renew();
      else if (outcome.kind === 'no-answer' && asked.connected) asked.reconnect();
    });
    go(await asked.pull(after));
  };

  const letGo = (): void => {
    era += 1;
    opening = false;
    link?.close();
    link = null;
    cancelPull();
    cancelRetry();
    tokens.clear();
  };

  const renew = (): void => {
    letGo();
    deps.expired();
    renewals += 1;
    // A server that refuses the very tokens it gives must not be asked without a pause.
    if (renewals === 1) void open();
    else later(() => void open());
  };

  return {
    connected: () => link?.connected ?? false,
    async send(payload) {
      const mine = era;
      const outcome = await (link?.send(payload) ?? { kind: 'no-answer' as const });
      return mine === era ? outcome : { kind: 'no-answer' };
    },
    start() {
      const token = tokens.read();
      if (token) follow(token);
      else void open();
    },
    pull,
    lookAgain() {
      if (!link) void open();
      else if (link.connected) void pull();
      else link.reconnect();
    },
    renew,
    letGo,
    stop() {
      era += 1;
      link?.close();
      cancelPull();
      cancelRetry();
    },
  };
}
