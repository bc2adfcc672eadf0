import type { Label } from '../../classifiers/living/label.ts';

export const aLabel = (changes: Partial<Label> = {}): Label => ({
  keep: true,
  level: 'distress',
  signals: null,
  lang: 'fr',
  text: 'je suis mort de fatigue ce soir',
  context: [],
  reason: 'expression, rien de plus',
  read: 'active',
  source: 'level-lowered',
  assessor: 'lexicon@1+test@1',
  month: '2026-11',
  conversation: 'c1',
  id: 'l1',
  ...changes,
});
