import { createConnection } from 'mongoose';
import { StorageUnavailableError } from '../../../ports/conversation-store.ts';
import type { Stores } from '../../../ports/stores.ts';
import { createModels } from './documents.ts';
import { createMongoEscalationStore, createMongoOutboxStore } from './mongo-case-stores.ts';
import { createMongoConversationStore } from './mongo-conversation-store.ts';
import { createMongoReportStore } from './mongo-report-store.ts';
import { createMongoResponderStore } from './mongo-responder-store.ts';

/** How long a server may be away before a call gives up, in milliseconds. */
const PATIENCE_MS = 2000;

/**
 * All stores in one MongoDB database.
 *
 * @param options.uri a `mongodb://` or `mongodb+srv://` address with the database's name.
 * @throws {StorageUnavailableError} when no server answers there.
 */
export async function openMongoStores({ uri }: { readonly uri: string }): Promise<Stores> {
  const connection = createConnection(uri, {
    serverSelectionTimeoutMS: PATIENCE_MS,
    // A method rejects while the server is away; it must not wait in silence.
    bufferCommands: false,
    // On a replica set, kept means kept by most of it and in its journal.
    w: 'majority',
    journal: true,
    sanitizeFilter: false,
  });
  const models = createModels(connection);
  try {
    await connection.asPromise();
    for (const model of Object.values(models)) await model.createIndexes();
  } catch (cause) {
    await connection.close().catch(() => {});
    throw new StorageUnavailableError(
      'MONGODB_URI: no MongoDB server answers there, or it does not let us in. Check the address, the user and that the server runs.',
      { cause },
    );
  }
  return {
    conversations: createMongoConversationStore(models),
    escalations: createMongoEscalationStore(models),
    outbox: createMongoOutboxStore(models),
    responders: createMongoResponderStore(models),
    reports: createMongoReportStore(models),
    close: () => connection.close(),
  };
}
