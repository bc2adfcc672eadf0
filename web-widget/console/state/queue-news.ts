import type { EscalationWire } from '../../../server/protocol/responder-protocol.ts';
import type { Cases } from './case-list.ts';
import { urgencyRank } from './level-order.ts';

export interface QueueNews {
  readonly kind: 'opened' | 'raised' | 'taken' | 'closed';
  readonly found: EscalationWire;
}

/** What changed between two moments of the queue, the most urgent first; for those who listen. */
export function queueNews(before: Cases, now: Cases): readonly QueueNews[] {
  const news: QueueNews[] = [];
  for (const found of now.values()) {
    const old = before.get(found.id);
    if (!old) news.push({ kind: 'opened', found });
    else if (urgencyRank(found.level) < urgencyRank(old.level))
      news.push({ kind: 'raised', found });
    else if (found.claimedBy && found.claimedBy.id !== old.claimedBy?.id) {
      news.push({ kind: 'taken', found });
    }
  }
  for (const old of before.values())
    if (!now.has(old.id)) news.push({ kind: 'closed', found: old });
  return news.sort((a, b) => urgencyRank(a.found.level) - urgencyRank(b.found.level));
}
