import { type CombinedClassifier, createRiskClassifier } from './combine.ts';
import { eldLanguages } from './language/eld-languages.ts';
import { createLanguageOf } from './language/language-of.ts';
import { loadLexicon } from './lexicon/load-lexicon.ts';
import { type HearComparison, withShadow } from './living/with-shadow.ts';
import { loadIdentities } from './model/identity-file.ts';
import type { ModelClassifier } from './model/model-classifier.ts';
import { neutralIdentity } from './model/neutral-identity.ts';
import { openModel } from './model/open-model.ts';

export interface OpenClassifierOptions {
  /** Such as `data/lexicons`. */
  readonly lexiconFolder: string;
  /** Such as `data/identities`. */
  readonly identityFolder: string;
  /** Such as `data/models`. It may be empty: then the lexicon stands alone, `degraded`. */
  readonly modelFolder: string;
  /** The built `classifiers/model/model-worker.js`. */
  readonly workerFile: string;
  /** Where a candidate lies that reads along without any effect. */
  readonly shadowFolder?: string | null;
  /** Told of every message that the candidate read, or left out. */
  readonly onCompared?: HearComparison;
  /** Cores the network may use. */
  readonly threads?: number;
  readonly log?: {
    warn(fields: Record<string, unknown>, message: string): void;
    error(fields: Record<string, unknown>, message: string): void;
  };
}

const WARM_UP = ['Bonsoir, ça va ?', 'Good evening, how are you?', 'Bonsoir, je suis là.'];

/**
 * Puts the whole classifier together from files. Returns at once; the model loads meanwhile.
 *
 * @throws {LexiconError} when a rule file is wrong: that is for an author to mend, before anyone writes.
 */
export function openClassifier(
  options: OpenClassifierOptions,
): CombinedClassifier & { readonly model: ModelClassifier } {
  const { lexiconFolder, modelFolder, workerFile, threads = 1, log } = options;
  const { shadowFolder, onCompared = () => {} } = options;
  const lexicon = loadLexicon(lexiconFolder);
  // The first readings compile every pattern, most of a second: not while a person waits.
  for (const text of WARM_UP) lexicon.read(text, [{ speaker: 'bot', text }]);
  const languageOf = createLanguageOf(eldLanguages());
  const neutral = neutralIdentity(loadIdentities(options.identityFolder), languageOf);
  const model = openModel({ modelFolder, workerFile, threads, log }, neutral);
  const classifier = createRiskClassifier({ lexicon, model, languageOf, log });
  if (!shadowFolder) return { ...classifier, model };

  const candidate = createRiskClassifier({
    lexicon,
    model: openModel(
      {
        modelFolder: shadowFolder,
        workerFile,
        log: log && { warn: (fields, message) => log.warn({ ...fields, shadow: true }, message) },
      },
      neutral,
    ),
    languageOf,
  });
  return {
    ...withShadow(classifier, candidate, onCompared),
    model,
    close: async () => void (await Promise.all([classifier.close(), candidate.close()])),
  };
}
