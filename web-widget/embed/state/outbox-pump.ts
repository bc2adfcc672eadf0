import type { AckError } from '../../../server/protocol/acks.ts';
import type { SendOutcome } from './chat-link.ts';
import { retryDelayMs } from './retry-delay.ts';
import type { Timers } from './timers.ts';
import type { OwnTurn } from './transcript.ts';

export interface OutboxPumpDeps {
  /** The first turn that is to go out; asked again before every attempt. */
  next(): OwnTurn | undefined;
  connected(): boolean;
  send(turn: OwnTurn): Promise<SendOutcome>;
  kept(turnId: string, seq: number): void;
  refused(turnId: string, error: AckError): void;
  /** Not kept yet; it is tried again. */
  notAnswered(): void;
  unauthorized(): void;
  readonly timers: Timers;
}

const FINAL: readonly AckError[] = ['invalid', 'closed'];

/** Sends what waits, one turn at a time and each until it is answered for good. */
export function createOutboxPump(deps: OutboxPumpDeps): { wake(): void; stop(): void } {
  let busy = false;
  let stopped = false;
  let failures = 0;
  let cancelRetry = () => {};

  const wake = (): void => {
    cancelRetry();
    const turn = deps.next();
    if (busy || stopped || !turn) return;
    if (!deps.connected()) {
      deps.notAnswered();
      return;
    }
    busy = true;
    void deps.send(turn).then((outcome) => {
      busy = false;
      if (!stopped) settle(turn, outcome);
    });
  };

  const settle = (turn: OwnTurn, outcome: SendOutcome): void => {
    if (outcome.kind === 'failed' && outcome.error === 'unauthorized') {
      deps.unauthorized();
      return;
    }
    if (outcome.kind === 'kept') deps.kept(turn.turnId, outcome.seq);
    else if (outcome.kind === 'failed' && FINAL.includes(outcome.error)) {
      deps.refused(turn.turnId, outcome.error);
    } else {
      failures += 1;
      deps.notAnswered();
      cancelRetry = deps.timers.after(retryDelayMs(failures), wake);
      return;
    }
    failures = 0;
    wake();
  };

  return {
    wake,
    stop() {
      stopped = true;
      cancelRetry();
    },
  };
}
