import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aParticipant } from '../support/participant-client.ts';
import { aResponder, setUpFirst } from '../support/responder-client.ts';
import { startVeilleuse } from '../support/running-server.ts';

const ROUNDS = 20;
const DANGER = ['Je vais me suicider ce soir.', 'I am going to kill myself tonight.'];

/**
 * Prints how long after its acknowledgement a message in danger has its safety text on the
 * participant's screen and its case in the console, one message at a time on an idle server.
 */
export async function benchSafety(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'veilleuse-bench-'));
  const server = await startVeilleuse({ DATA_DIR: dir, LOG_LEVEL: 'info' });
  const textMs: number[] = [];
  const consoleMs: number[] = [];
  try {
    const cookie = await setUpFirst(server.url, server.setUpLink.split('#')[1] ?? '');
    const responder = await aResponder(server.url, cookie);
    for (let round = 0; round < ROUNDS; round++) {
      const person = await aParticipant(server.url, { locale: round % 2 === 0 ? 'fr' : 'en' });
      let acked = 0;
      const heard = once(
        person.socket,
        'turn:added',
        (turn: { author: string }) => turn.author === 'bot',
      );
      const opened = once(
        responder.socket,
        'escalation:opened',
        (one: { conversationId: string }) => one.conversationId === person.conversationId,
      );
      await person.say(DANGER[round % DANGER.length] ?? '');
      acked = performance.now();
      textMs.push(Math.max(0, (await heard) - acked));
      consoleMs.push(Math.max(0, (await opened) - acked));
      person.close();
    }
    responder.close();
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
  print('safety text on the screen', textMs, 500);
  print('case in the console', consoleMs, 2000);
}

function once<T>(
  socket: { on(event: string, listener: (payload: T) => void): unknown },
  event: string,
  matches: (payload: T) => boolean,
): Promise<number> {
  return new Promise((resolve) => {
    socket.on(event, (payload) => {
      if (matches(payload)) resolve(performance.now());
    });
  });
}

function print(what: string, values: number[], promisedMs: number) {
  values.sort((a, b) => a - b);
  const at = (share: number) =>
    (values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0).toFixed(0);
  process.stdout.write(
    `${what}: p50 ${at(0.5)} ms, longest ${at(1)} ms after the acknowledgement (promised: ${promisedMs} ms), ${values.length} messages\n`,
  );
}
