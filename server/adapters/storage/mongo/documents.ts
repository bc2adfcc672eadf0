import { type Connection, type Model, Schema } from 'mongoose';
import type { RiskAssessment } from '../../../../classifiers/risk-classifier.ts';
import type { Conversation, Turn } from '../../../domain/conversation.ts';
import type { Escalation } from '../../../domain/escalation.ts';
import type { OutboxEntry } from '../../../domain/outbox.ts';
import type { Act, Responder, Session } from '../../../domain/responder.ts';
import type { TriageDecision } from '../../../domain/triage.ts';

/**
 * One conversation with all that is kept about it: one document, so that one write is atomic
 * without a replica set.
 */
export interface ConversationDocument extends Omit<Conversation, 'id'> {
  _id: string;
  tokenHash: string;
  lastSeq: number;
  /** In order: the turn numbered n stands at n - 1. */
  turns: Turn[];
  pending: { seq: number; at: Date }[];
  /** When the oldest pending turn was kept; absent when none is pending. */
  pendingSince?: Date;
  assessments: (RiskAssessment & { seq: number; decision: TriageDecision })[];
  escalations: Escalation[];
  /** The id of the one that isn't closed. */
  openEscalationId?: string;
  outbox: OutboxEntry[];
  acts: Act[];
  /** For reports, so that they need no turns. */
  participantTurns: number;
  firstEscalatedAt: Date | null;
  firstHumanAt: Date | null;
}

export type ResponderDocument = Omit<Responder, 'id'> & { _id: string; first?: true };
export type SessionDocument = Omit<Session, 'idHash'> & { _id: string };
export interface ErasureDocument {
  _id: string;
  at: Date;
}

export interface FlowLibraryDocument {
  /** Its hash. */
  _id: string;
  content: string;
  at: Date;
}

export interface Models {
  readonly conversations: Model<ConversationDocument>;
  readonly responders: Model<ResponderDocument>;
  readonly sessions: Model<SessionDocument>;
  readonly erasures: Model<ErasureDocument>;
  readonly flowLibraries: Model<FlowLibraryDocument>;
}

// What the ports promise is typed above; the schemas hold ids, unique fields and indexes.
const options = {
  strict: true,
  // A field that doesn't exist is our mistake; left out of a filter, it would match everything.
  strictQuery: 'throw',
  versionKey: false,
  minimize: false,
  autoIndex: false,
  autoCreate: false,
} as const;
const { Mixed } = Schema.Types;
const text = { type: String, required: true } as const;

const conversation = new Schema(
  {
    _id: text,
    version: Number,
    handling: Mixed,
    level: String,
    highestLevel: String,
    locale: String,
    site: String,
    ageBand: String,
    consent: Mixed,
    flowState: String,
    openedAt: Date,
    tokenExpiresAt: Date,
    tokenHash: text,
    lastSeq: Number,
    turns: [Mixed],
    pending: [Mixed],
    pendingSince: Date,
    assessments: [Mixed],
    escalations: [Mixed],
    openEscalationId: String,
    outbox: [Mixed],
    acts: [Mixed],
    participantTurns: Number,
    firstEscalatedAt: Date,
    firstHumanAt: Date,
  },
  { ...options, collection: 'conversations' },
);
conversation.index({ tokenHash: 1 }, { unique: true });
conversation.index({ pendingSince: 1 }, { sparse: true });
conversation.index({ openEscalationId: 1 }, { sparse: true });
conversation.index({ 'escalations.id': 1 });
conversation.index({ 'outbox.dueAt': 1 });
conversation.index({ 'outbox.id': 1 });
conversation.index({ openedAt: 1 });

const responder = new Schema(
  {
    _id: text,
    email: text,
    name: String,
    roles: [String],
    passwordHash: String,
    totpSecret: String,
    createdAt: Date,
    first: Boolean,
  },
  { ...options, collection: 'responders' },
);
responder.index({ email: 1 }, { unique: true });
// Only one account can have been made as the first.
responder.index({ first: 1 }, { unique: true, sparse: true });

const session = new Schema(
  { _id: text, responderId: text, createdAt: Date, expiresAt: Date },
  { ...options, collection: 'sessions' },
);
session.index({ expiresAt: 1 });

const erasure = new Schema({ _id: text, at: Date }, { ...options, collection: 'erasures' });

const flowLibrary = new Schema(
  { _id: text, content: text, at: Date },
  { ...options, collection: 'flowLibraries' },
);

/** The collections, on a connection. */
export function createModels(connection: Connection): Models {
  const model = <T>(name: string, schema: Schema) =>
    connection.model(name, schema) as unknown as Model<T>;
  return {
    conversations: model('conversation', conversation),
    responders: model('responder', responder),
    sessions: model('session', session),
    erasures: model('erasure', erasure),
    flowLibraries: model('flowLibrary', flowLibrary),
  };
}
