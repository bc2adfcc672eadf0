import type { ConversationStore } from './conversation-store.ts';
import type { EscalationStore } from './escalation-store.ts';
import type { FlowStore } from './flow-store.ts';
import type { LabelStore } from './label-store.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { ReportStore } from './report-store.ts';
import type { ResponderStore } from './responder-store.ts';

/** All stores of one installation, over one engine. */
export interface Stores {
  readonly conversations: ConversationStore;
  readonly escalations: EscalationStore;
  readonly outbox: OutboxStore;
  readonly responders: ResponderStore;
  readonly reports: ReportStore;
  readonly flows: FlowStore;
  readonly labels: LabelStore;
  /** Ends the connection. Nothing may be asked of the stores afterwards. */
  close(): Promise<void>;
}
