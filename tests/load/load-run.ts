import { io, type Socket } from 'socket.io-client';
import { MESSAGES } from './messages.ts';

export interface LoadPlan {
  readonly clients: number;
  /** Messages a second, over all clients. */
  readonly rate: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly sent: number;
  /** Sent and never acknowledged with `ok`, within ten seconds of the end. */
  readonly lost: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** Longest wait for the last acknowledgements. */
const GRACE_MS = 10_000;

/** Writes at a steady rate from many connections and times each acknowledgement. */
export async function loadRun(
  url: string,
  authOf: () => Promise<Record<string, unknown>>,
  { clients, rate, seconds }: LoadPlan,
): Promise<LoadResult> {
  const sockets: Socket[] = [];
  while (sockets.length < clients) {
    const some = Array.from({ length: Math.min(25, clients - sockets.length) }, async () =>
      connect(url, await authOf()),
    );
    sockets.push(...(await Promise.all(some)));
  }

  const tookMs: number[] = [];
  let sent = 0;
  const started = performance.now();
  await new Promise<void>((done) => {
    const timer = setInterval(() => {
      const elapsed = (performance.now() - started) / 1000;
      for (const due = Math.min(elapsed, seconds) * rate; sent < due; sent++) {
        // In an order that visits everyone, so that nobody writes faster than a person could.
        const socket = sockets[sent % sockets.length];
        const at = performance.now();
        socket?.emit(
          'turn:send',
          { turnId: crypto.randomUUID(), text: MESSAGES[sent % MESSAGES.length] },
          (ack: { ok: boolean }) => {
            if (ack.ok) tookMs.push(performance.now() - at);
          },
        );
      }
      if (elapsed >= seconds) {
        clearInterval(timer);
        done();
      }
    }, 4);
  });
  for (const until = Date.now() + GRACE_MS; tookMs.length < sent && Date.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const socket of sockets) socket.close();

  tookMs.sort((a, b) => a - b);
  const at = (share: number) =>
    tookMs[Math.min(tookMs.length - 1, Math.floor(tookMs.length * share))] ?? Number.NaN;
  return { sent, lost: sent - tookMs.length, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
}

function connect(url: string, auth: Record<string, unknown>): Promise<Socket> {
  const socket = io(`${url}/participant`, { auth, transports: ['websocket'], forceNew: true });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}
