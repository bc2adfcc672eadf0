import { seededRandom, shuffled } from '../seeded-random.ts';
import type { Label } from './label.ts';

/** With fewer conversations than this, all labels are learnt. */
const FEWEST = 10;
const SHARE = 0.2;

/**
 * Keeps a fifth of the conversations apart, to see what training does on labels that it never
 * saw. Whole conversations, since one person's messages are alike.
 */
export function holdOut(
  labels: readonly Label[],
  seed: number,
): { readonly learnt: readonly Label[]; readonly apart: readonly Label[] } {
  const conversations = [...new Set(labels.map(({ conversation }) => conversation))].sort();
  const count = conversations.length < FEWEST ? 0 : Math.round(conversations.length * SHARE);
  const apart = new Set(shuffled(conversations, seededRandom(seed)).slice(0, count));
  return {
    learnt: labels.filter(({ conversation }) => !apart.has(conversation)),
    apart: labels.filter(({ conversation }) => apart.has(conversation)),
  };
}
