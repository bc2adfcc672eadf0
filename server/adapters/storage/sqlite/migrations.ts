/**
 * The schema's history. Each entry takes a file one version further, and is never changed once
 * it was released: `tests/contract/fixtures` holds real files of each earlier version.
 */
export const MIGRATIONS: readonly string[] = [
  /* 1: the first schema */ `
  CREATE TABLE conversation (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    handling TEXT NOT NULL,
    handling_responder_id TEXT,
    level TEXT NOT NULL,
    highest_level TEXT NOT NULL,
    locale TEXT NOT NULL,
    site TEXT NOT NULL,
    age_band TEXT,
    consent TEXT,
    flow_state TEXT,
    opened_at_ms INTEGER NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    token_expires_at_ms INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE turn (
    conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    turn_id TEXT NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    choices TEXT,
    choice TEXT,
    responder_id TEXT,
    at_ms INTEGER NOT NULL,
    pending INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation_id, seq),
    UNIQUE (conversation_id, turn_id)
  ) STRICT;
  CREATE INDEX turn_pending ON turn (at_ms) WHERE pending = 1;

  CREATE TABLE assessment (
    conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    level TEXT NOT NULL,
    signals TEXT NOT NULL,
    language TEXT NOT NULL,
    completeness TEXT NOT NULL,
    assessor TEXT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (conversation_id, seq)
  ) STRICT;

  CREATE TABLE escalation (
    id TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    level TEXT NOT NULL,
    signals TEXT NOT NULL,
    degraded INTEGER NOT NULL,
    locale TEXT NOT NULL,
    waiting_since_ms INTEGER NOT NULL,
    opened_at_ms INTEGER NOT NULL,
    claim_responder_id TEXT,
    claim_at_ms INTEGER,
    claim_lease_until_ms INTEGER,
    first_claimed_at_ms INTEGER,
    told_unanswered_at_ms INTEGER,
    closed_at_ms INTEGER
  ) STRICT;
  CREATE INDEX escalation_of ON escalation (conversation_id);
  CREATE INDEX escalation_open ON escalation (id) WHERE closed_at_ms IS NULL;

  CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    escalation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    level TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    due_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX outbox_due ON outbox (due_at_ms);
  CREATE INDEX outbox_of ON outbox (conversation_id);

  CREATE TABLE act (
    conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    responder_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    reason TEXT
  ) STRICT;
  CREATE INDEX act_of ON act (conversation_id);

  CREATE TABLE responder (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    totp_secret TEXT,
    created_at_ms INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE session (
    id_hash TEXT PRIMARY KEY,
    responder_id TEXT NOT NULL REFERENCES responder (id) ON DELETE CASCADE,
    created_at_ms INTEGER NOT NULL,
    expires_at_ms INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE erasure (receipt_id TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) STRICT;
  `,

  /* 2: reports and the purge read by day */ `
  CREATE INDEX conversation_opened ON conversation (opened_at_ms);
  `,

  /* 3: reports count as things happen, instead of reading every turn; pending turns by conversation */ `
  ALTER TABLE conversation ADD COLUMN participant_turns INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE conversation ADD COLUMN first_human_at_ms INTEGER;
  UPDATE conversation SET
    participant_turns = (
      SELECT count(*) FROM turn WHERE conversation_id = conversation.id AND author = 'participant'),
    first_human_at_ms = (
      SELECT at_ms FROM turn WHERE conversation_id = conversation.id AND author = 'responder'
      ORDER BY seq LIMIT 1);
  DROP INDEX turn_pending;
  CREATE INDEX turn_pending ON turn (conversation_id, seq, at_ms) WHERE pending = 1;
  `,

  /* 4: published versions of the flows */ `
  CREATE TABLE flow_library (
    hash TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    published_at_ms INTEGER NOT NULL
  ) STRICT;
  `,

  /* 5: what a responder lowered a level to */ `
  ALTER TABLE act ADD COLUMN level TEXT;
  `,
];
