import type { Conversation, Turn } from '../../../domain/conversation.ts';
import type { ConversationDocument } from './documents.ts';

/** What `toConversation` reads, as a projection: no turns. */
export const SETTINGS =
  'version handling level highestLevel locale site ageBand consent flowState openedAt tokenExpiresAt';

export function toConversation(found: ConversationDocument | null): Conversation | undefined {
  if (!found) return undefined;
  return {
    id: found._id,
    version: found.version,
    handling: found.handling,
    level: found.level,
    highestLevel: found.highestLevel,
    locale: found.locale,
    site: found.site,
    ...(found.ageBand && { ageBand: found.ageBand }),
    ...(found.consent && { consent: found.consent }),
    flowState: found.flowState,
    openedAt: found.openedAt,
    tokenExpiresAt: found.tokenExpiresAt,
  };
}

export function toTurn({
  seq,
  turnId,
  author,
  text,
  choices,
  choice,
  responderId,
  at,
}: Turn): Turn {
  return {
    seq,
    turnId,
    author,
    text,
    ...(choices && { choices }),
    ...(choice !== undefined && { choice }),
    ...(responderId !== undefined && { responderId }),
    at,
  };
}
