import type {
  EscalationWire,
  TurnExplanationWire,
} from '../../../server/protocol/responder-protocol.ts';
import type { LevelWire, TurnWire } from '../../../server/protocol/turn-wire.ts';
import type { StaffPage } from '../session/page-access.ts';
import type { Problem } from '../state/problem.ts';
import type { QueueFilter } from '../state/queue-order.ts';
import type { Signal } from './signal-names.ts';

/** Every sentence of the console. A language that lacks one doesn't compile. */
export interface Strings {
  /** BCP 47 tag, for dates, numbers and `lang`. */
  readonly tag: string;
  readonly product: string;
  /** Shown for as long as nobody has signed what the program says. */
  readonly textsUnsigned: string;
  readonly levels: Readonly<Record<LevelWire, string>>;
  readonly reasons: Readonly<Record<EscalationWire['reason'], string>>;
  readonly signals: Readonly<Record<Signal, string>>;
  readonly authors: Readonly<Record<TurnWire['author'], string>>;
  readonly filters: Readonly<Record<QueueFilter, string>>;
  readonly problems: Readonly<Record<Problem, string>>;

  readonly queue: {
    readonly title: string;
    readonly filter: string;
    readonly empty: Readonly<Record<QueueFilter, string>>;
    readonly notKnownYet: string;
    /** Of a case nobody has, after the duration. */
    readonly waitingFor: (duration: string) => string;
    readonly overdue: string;
    readonly takenBy: (name: string) => string;
    readonly takenByYou: string;
    readonly unread: (count: number) => string;
    readonly waitingCount: (count: number) => string;
    readonly announceNew: (level: string, language: string) => string;
    readonly announceTaken: (level: string, name: string) => string;
    readonly announceClosed: (level: string) => string;
    readonly announceRaised: (level: string) => string;
  };
  readonly alarm: {
    readonly title: (count: number) => string;
    readonly take: string;
    readonly test: string;
    readonly soundBlocked: string;
    readonly allowSound: string;
    readonly soundReady: string;
  };
  readonly link: {
    readonly online: string;
    readonly connecting: string;
    readonly offline: string;
    readonly offlineDetail: string;
  };
  readonly talk: {
    readonly title: string;
    readonly chooseOne: string;
    readonly chooseOneDetail: string;
    readonly loading: string;
    readonly back: string;
    readonly language: (name: string) => string;
    readonly since: (date: string) => string;
    readonly ageBands: Readonly<Record<string, string>>;
    readonly claim: string;
    readonly claimFirst: string;
    readonly takenBy: (name: string) => string;
    readonly closed: string;
    readonly noCase: string;
    readonly degraded: string;
    readonly degradedDetail: string;
    readonly notReadYet: string;
    /** Why a message has its level. */
    readonly why: {
      readonly ask: string;
      readonly hide: string;
      readonly phrases: string;
      readonly nothing: string;
      readonly rules: (names: readonly string[]) => string;
      readonly before: (levels: readonly string[]) => string;
      readonly degradedBy: Readonly<Record<NonNullable<TurnExplanationWire['degradedBy']>, string>>;
      readonly incomplete: string;
      readonly failed: string;
    };
    readonly seen: string;
    readonly nothingSeen: string;
    readonly choices: string;
    readonly you: string;
    readonly reply: string;
    readonly replyHint: string;
    readonly send: string;
    readonly tooLong: (over: number) => string;
    readonly sending: string;
    readonly retrying: string;
    readonly kept: string;
    readonly lower: string;
    readonly release: string;
    readonly close: string;
    readonly newMessages: string;
    readonly unsent: string;
  };
  readonly lowerDialog: {
    readonly title: string;
    readonly explain: string;
    readonly level: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly reasonTooShort: string;
    readonly submit: string;
  };
  readonly releaseDialog: {
    readonly title: string;
    readonly explain: string;
    readonly submit: string;
  };
  readonly closeDialog: {
    readonly title: string;
    readonly explain: string;
    readonly unsent: string;
    readonly submit: string;
  };
  readonly cancel: string;
  readonly failed: string;
  readonly keyboard: {
    readonly open: string;
    readonly title: string;
    readonly keys: Readonly<Record<'enter' | 'send' | 'escape', string>>;
    readonly next: string;
    readonly previous: string;
    readonly enter: string;
    readonly claim: string;
    readonly reply: string;
    readonly send: string;
    readonly help: string;
    readonly escape: string;
    readonly enabled: string;
    readonly blinking: string;
    readonly theme: string;
    readonly themes: Readonly<Record<'auto' | 'paper' | 'dark' | 'night', string>>;
    readonly done: string;
  };
  readonly session: {
    readonly title: string;
    readonly again: string;
    readonly againDetail: string;
    readonly email: string;
    readonly password: string;
    readonly totp: string;
    readonly totpHint: string;
    readonly submit: string;
    readonly checking: string;
    readonly wrong: string;
    readonly wrongCode: string;
    readonly totpRequired: string;
    readonly unreachable: string;
    readonly tooMany: string;
    readonly signOut: string;
    readonly signOutUnsent: string;
    readonly roleMissing: (role: string, name: string) => string;
    readonly otherAccount: string;
    readonly roles: Readonly<Record<StaffPage, string>>;
    readonly toConsole: string;
    readonly toReports: string;
  };
  /** The list of helplines an operator goes through. */
  readonly lines: {
    readonly title: string;
    readonly explain: string;
    readonly allGood: string;
    readonly state: Readonly<Record<'fresh' | 'lasting' | 'confirmed' | 'left-out', string>>;
    readonly source: (source: string, on: string | null) => string;
    readonly confirmed: (by: string, on: string) => string;
    readonly submit: (count: number) => string;
    readonly later: string;
    readonly kept: string;
    readonly failed: string;
  };
  readonly setup: {
    readonly title: string;
    readonly explain: string;
    readonly name: string;
    readonly nameHint: string;
    readonly email: string;
    readonly password: string;
    readonly passwordHint: string;
    readonly show: string;
    readonly submit: string;
    readonly working: string;
    readonly tooShort: (missing: number) => string;
    readonly nameMissing: string;
    readonly emailWrong: string;
    readonly noToken: string;
    readonly alreadyDone: string;
    readonly refused: string;
    readonly done: string;
    readonly toConsole: string;
  };
}
