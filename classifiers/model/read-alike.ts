import type { ModelClassifier } from './model-classifier.ts';
import type { NeutralIdentity } from './neutral-identity.ts';

/**
 * Has the model weigh every message as if anybody had written it: the level comes from the text
 * without who somebody is, the signals (old age, precarity …) from the text as it was typed.
 */
export function readAlike(model: ModelClassifier, neutral: NeutralIdentity): ModelClassifier {
  return {
    ...model,
    async read(text, options) {
      const alike = neutral(text);
      const { context } = options;
      const before = context?.map((turn) => ({ ...turn, text: neutral(turn.text) }));
      const changed =
        alike !== text || before?.some((turn, at) => turn.text !== context?.[at]?.text);
      if (!changed) return model.read(text, options);
      const [weighed, typed] = await Promise.all([
        model.read(alike, { ...options, ...(before && { context: before }) }),
        model.read(text, options),
      ]);
      if (weighed.kind !== 'read' || typed.kind !== 'read') {
        return weighed.kind === 'read' ? typed : weighed;
      }
      return { ...weighed, reading: { ...weighed.reading, signals: typed.reading.signals } };
    },
  };
}
