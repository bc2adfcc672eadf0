import type { Stores } from '../../../ports/stores.ts';
import { attempt } from './attempt.ts';
import { openDatabase } from './open-database.ts';
import { createSqliteEscalationStore, createSqliteOutboxStore } from './sqlite-case-stores.ts';
import { createSqliteConversationStore } from './sqlite-conversation-store.ts';
import { createSqliteFlowStore } from './sqlite-flow-store.ts';
import { createSqliteLabelStore } from './sqlite-label-store.ts';
import { createSqliteReportStore } from './sqlite-report-store.ts';
import { createSqliteResponderStore } from './sqlite-responder-store.ts';

/**
 * The embedded store: one file, the default for a single machine.
 *
 * @param options.file its path; the folder is made when missing.
 * @throws {StorageUnavailableError} that says what is wrong with the file and the way out.
 */
export function openSqliteStores({ file }: { readonly file: string }): Stores {
  const db = openDatabase(file);
  return {
    conversations: createSqliteConversationStore(db),
    escalations: createSqliteEscalationStore(db),
    outbox: createSqliteOutboxStore(db),
    responders: createSqliteResponderStore(db),
    reports: createSqliteReportStore(db),
    flows: createSqliteFlowStore(db),
    labels: createSqliteLabelStore(db),
    close: () => attempt('closing', () => db.close()),
  };
}
