import { createHash } from 'node:crypto';

/**
 * What a label file calls a conversation, or one of its messages: always the same, and no way
 * back, since ids of conversations are random.
 */
export function labelId(conversationId: string, seq?: number): string {
  const named = seq === undefined ? conversationId : `${conversationId} ${seq}`;
  return createHash('sha256').update(`label ${named}`).digest('hex').slice(0, 20);
}
