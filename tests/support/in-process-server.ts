import type { Dialog } from '../../bot-flows/dialog.ts';
import type { RiskClassifier } from '../../classifiers/risk-classifier.ts';
import { createSecrets } from '../../server/adapters/secrets.ts';
import { readConfig } from '../../server/config.ts';
import type { Notifier } from '../../server/ports/notifier.ts';
import type { Stores } from '../../server/ports/stores.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { aClassifier, aDialog } from './app-under-test.ts';
import { createMemoryStores } from './store-memory.ts';

/** The real server with real sockets in this process, over fakes at its ports. */
export async function serve(
  parts: {
    readonly stores?: Stores;
    readonly classifier?: RiskClassifier;
    readonly dialog?: Dialog;
    readonly notifiers?: readonly Notifier[];
    readonly env?: Record<string, string>;
    readonly now?: () => Date;
    readonly logged?: string[];
    readonly textsSigned?: boolean;
  } = {},
): Promise<RunningServer> {
  const note = (fields: Record<string, unknown>, message: string) =>
    void parts.logged?.push(JSON.stringify(fields) + message);
  return startServer({
    config: readConfig({ PORT: '0', TEST_ENDPOINT: '1', ...parts.env }, process.cwd()),
    stores: parts.stores ?? createMemoryStores(),
    classifier: parts.classifier ?? aClassifier(),
    dialog: parts.dialog ?? aDialog(),
    notifiers: parts.notifiers ?? [],
    secrets: createSecrets(),
    clock: { now: parts.now ?? (() => new Date()) },
    log: { info: note, warn: note, error: note },
    root: process.cwd(),
    textsSigned: parts.textsSigned ?? true,
  });
}
