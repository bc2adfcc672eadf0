import { expect, test } from '@jest/globals';
import { RISK_SIGNALS } from '../../../../bot-flows/engine/risk-signals.ts';
import { SIGNALS } from '../../../../classifiers/lexicon/signals.ts';

test('flows may name exactly what the classifier may see', () => {
  expect([...RISK_SIGNALS].sort()).toEqual([...SIGNALS].sort());
});
