// Entry of the worker thread that runs the network; started by `model-classifier.ts`.
import { parentPort, workerData } from 'node:worker_threads';
import { loadEncoder } from './encoder.ts';
import { verifyModel } from './manifest.ts';
import { readMessages } from './read-messages.ts';
import { END, type FromWorker, type ToWorker, type WorkerSetup } from './worker-protocol.ts';

const { modelFolder, threads } = workerData as WorkerSetup;
const say = (message: FromWorker) => parentPort?.postMessage(message);

async function start(): Promise<void> {
  const verified = await verifyModel(modelFolder);
  if (verified.kind === 'refused') {
    say(verified);
    return;
  }
  const { manifest } = verified;
  const encoder = await loadEncoder(modelFolder, manifest, threads).catch((error: Error) => {
    const why = error.message.split('\n')[0];
    say({ kind: 'refused', reason: `${modelFolder} can't be loaded (${why}); install it again` });
  });
  if (!encoder) return;

  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (message: ToWorker | typeof END) => {
    if (message === END) {
      void last.then(() => process.exit());
      return;
    }
    const { batch, requests } = message;
    last = last.then(async () => {
      const outputs = await readMessages(encoder, manifest, requests).catch(() =>
        // One odd message must not take the others of its batch with it.
        Promise.all(
          requests.map(async (request) => {
            const alone = await readMessages(encoder, manifest, [request]).catch(() => [null]);
            return alone[0] ?? null;
          }),
        ),
      );
      say({ kind: 'read', batch, outputs });
    });
  });
  say({ kind: 'ready', manifest });
}

void start();
