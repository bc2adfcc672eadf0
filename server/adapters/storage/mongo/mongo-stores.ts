import { createConnection, STATES } from 'mongoose';
import { StorageUnavailableError } from '../../../ports/conversation-store.ts';
import type { Stores } from '../../../ports/stores.ts';
import { attempt } from './attempt.ts';
import { createModels } from './documents.ts';
import { createMongoEscalationStore, createMongoOutboxStore } from './mongo-case-stores.ts';
import { createMongoConversationStore } from './mongo-conversation-store.ts';
import { createMongoFlowStore } from './mongo-flow-store.ts';
import { createMongoLabelStore } from './mongo-label-store.ts';
import { createMongoReportStore } from './mongo-report-store.ts';
import { createMongoResponderStore } from './mongo-responder-store.ts';

/** How long a server may be away before a call gives up, in milliseconds. */
const PATIENCE_MS = 2000;
/** How often we look whether it still answers; one that hangs is given up after both. */
const LOOK_EVERY_MS = 3000;

/**
 * All stores in one MongoDB database.
 *
 * @param options.uri a `mongodb://` or `mongodb+srv://` address with the database's name.
 * @throws {StorageUnavailableError} when no server answers there.
 */
export async function openMongoStores({ uri }: { readonly uri: string }): Promise<Stores> {
  const connection = createConnection(uri, {
    serverSelectionTimeoutMS: PATIENCE_MS,
    connectTimeoutMS: PATIENCE_MS,
    heartbeatFrequencyMS: LOOK_EVERY_MS,
    // A method rejects while the server is away; it must not wait in silence.
    bufferCommands: false,
    // On a replica set, kept means kept by most of it and in its journal.
    w: 'majority',
    journal: true,
  });
  const models = createModels(connection);
  try {
    await connection.asPromise();
    for (const model of Object.values(models)) await model.createIndexes();
  } catch (cause) {
    const answered = connection.readyState === STATES.connected;
    await connection.close().catch(() => {});
    throw new StorageUnavailableError(
      answered
        ? 'MONGODB_URI: the database there refuses our indexes. Give the user the role readWrite on it, or choose an empty database.'
        : 'MONGODB_URI: no MongoDB server answers there, or it does not let us in. Check the address, the user and that the server runs.',
      { cause },
    );
  }
  return {
    conversations: createMongoConversationStore(models),
    escalations: createMongoEscalationStore(models),
    outbox: createMongoOutboxStore(models),
    responders: createMongoResponderStore(models),
    reports: createMongoReportStore(models),
    flows: createMongoFlowStore(models),
    labels: createMongoLabelStore(models),
    close: () => attempt('closing', () => connection.close()),
  };
}
