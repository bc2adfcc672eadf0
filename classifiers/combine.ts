import { explainLevel } from './explain/explain-level.ts';
import type { LanguageOf } from './language/language-of.ts';
import type { Lexicon, LexiconReading } from './lexicon/lexicon.ts';
import type { ModelClassifier } from './model/model-classifier.ts';
import {
  type AssessOptions,
  atLeast,
  type ClassifierHealth,
  higher,
  isUnread,
  LANGUAGE_UNSUPPORTED,
  type RiskAssessment,
  type RiskClassifier,
  type RiskLevel,
} from './risk-classifier.ts';
import { weighLexicon } from './weigh-lexicon.ts';

const LONGEST_TEXT = 4000;
/** What nobody here can read is never called harmless: the lowest level that a person always sees. */
const UNREAD_LEVEL: RiskLevel = 'passive';
const LATIN = /[a-z]{3}/i;
/** Kept back from the caller's budget to put the answer together. */
const MARGIN_MS = 20;

export interface RiskClassifierDeps {
  readonly lexicon: Lexicon;
  /** Null where a site runs on the lexicon alone: every assessment is then `degraded`. */
  readonly model: ModelClassifier | null;
  readonly languageOf: LanguageOf;
  readonly log?: { error(fields: Record<string, unknown>, message: string): void } | undefined;
}

/** An assessment and, for evaluation only, what the model thinks of each level. */
export interface Examination {
  readonly assessment: RiskAssessment;
  readonly probabilities: Readonly<Record<RiskLevel, number>> | null;
  /** Ids of the lexicon's rules that fired. */
  readonly rules: readonly string[];
}

export interface CombinedClassifier extends RiskClassifier {
  examine(text: string, options: AssessOptions): Promise<Examination>;
  close(): Promise<void>;
}

/**
 * Lexicon and model side by side: the highest level wins, and either can stand alone. Only where
 * the model is sure that there is no danger does an alarm of the lexicon count for less.
 */
export function createRiskClassifier(deps: RiskClassifierDeps): CombinedClassifier {
  const { lexicon, model, languageOf, log } = deps;

  const readLexicon = (text: string, options?: AssessOptions): LexiconReading | null => {
    try {
      return lexicon.read(text, options?.context);
    } catch (err) {
      log?.error({ err: (err as Error).name }, 'lexicon failed on a message');
      return null;
    }
  };

  async function examine(text: string, options: AssessOptions): Promise<Examination> {
    const until = performance.now() + options.budgetMs;
    if (text.length === 0) throw new RangeError('text is empty');
    if (text.length > LONGEST_TEXT) throw new RangeError(`text is over ${LONGEST_TEXT} units`);

    const seen = readLexicon(text, options);
    const answer = await model
      ?.read(text, {
        budgetMs: Math.max(0, until - performance.now() - MARGIN_MS),
        alarmed: seen !== null && atLeast(seen.level, 'passive'),
        ...(options.context && { context: options.context }),
      })
      .catch(() => null);
    const read = answer?.kind === 'read' ? answer : null;

    const language = languageOf(text);
    const unread = isUnread(language);
    // Of letters it has never seen the model makes anything; of Latin ones, much the same words.
    const heard = read && (!unread || LATIN.test(text)) ? read.reading : null;
    const signals = new Set([...(seen?.signals ?? []), ...(heard?.signals ?? [])]);
    if (unread) signals.add(LANGUAGE_UNSUPPORTED);
    const assessor = [seen && lexicon.name, read?.model].filter((name) => name).join('+');
    return {
      assessment: {
        level: [
          seen ? weighLexicon(text, seen, unread ? null : heard) : 'none',
          heard?.level ?? 'none',
          unread ? UNREAD_LEVEL : 'none',
        ].reduce(higher),
        signals: [...signals].sort(),
        language,
        completeness: seen && read ? 'full' : 'degraded',
        assessor: assessor || 'nobody',
      },
      probabilities: read?.reading.probabilities ?? null,
      rules: seen?.rules ?? [],
    };
  }

  return {
    examine,
    assess: async (text, options) => (await examine(text, options)).assessment,
    explain: (text, options) => explainLevel({ lexicon, model }, text, options),
    glance: (text) => readLexicon(text)?.level ?? 'none',
    health(): ClassifierHealth {
      return (
        model?.health() ?? { state: 'unavailable', reason: 'no model is set up: lexicon alone' }
      );
    },
    close: async () => model?.close(),
  };
}
