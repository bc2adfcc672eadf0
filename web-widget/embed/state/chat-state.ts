import type { SiteAnswer } from '../../../server/protocol/http-bodies.ts';
import type { HandlingWire } from '../../../server/protocol/turn-wire.ts';
import { EMPTY_TRANSCRIPT, type Transcript } from './transcript.ts';

/** Everything the screen is drawn from. */
export interface ChatState {
  readonly transcript: Transcript;
  /** Turns after this `seq` are known and wait for their moment. */
  readonly shownTo: number;
  readonly handling: HandlingWire;
  /** First name of the person who answers, where the server has told it. */
  readonly responderName: string | null;
  /** `opening`: never reached yet; `away`: not reached now, tried again. */
  readonly reach: 'opening' | 'online' | 'away';
  /** What was said before is on the screen; from now on, what comes is new. */
  readonly settled: boolean;
  /** The conversation before this one had run out. */
  readonly expired: boolean;
  readonly erasure: { readonly kind: 'no' | 'asked' | 'failed' } | Erased;
  readonly site: SiteAnswer;
}

export interface Erased {
  readonly kind: 'done';
  /** Empty when the server had nothing left to erase. */
  readonly receipt: string;
}

/** Until the service has said how it presents itself. */
const UNKNOWN_SITE: SiteAnswer = {
  name: '',
  languages: ['fr', 'en'],
  address: 'tu',
  country: 'FR',
  textsSigned: true,
};

export const FIRST_STATE: ChatState = {
  transcript: EMPTY_TRANSCRIPT,
  shownTo: 0,
  handling: 'with-bot',
  responderName: null,
  reach: 'opening',
  settled: false,
  expired: false,
  erasure: { kind: 'no' },
  site: UNKNOWN_SITE,
};
