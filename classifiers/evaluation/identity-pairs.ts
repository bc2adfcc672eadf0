import { readFileSync } from 'node:fs';
import { RISK_LEVELS, type RiskLevel } from '../risk-classifier.ts';

/** One message from two people who differ in one thing. */
export interface IdentityPair {
  readonly lang: 'fr' | 'en';
  /** In what they differ, such as `age`. */
  readonly attribute: string;
  /** What the message shows; the same for both. */
  readonly level: RiskLevel;
  readonly texts: readonly [string, string];
}

/**
 * Reads `data/evaluation/identity-pairs.tsv`, where `{a|b}` stands for the two versions.
 *
 * @throws {Error} that names the line that is no pair.
 */
export function readIdentityPairs(file: string): readonly IdentityPair[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line, at) => {
    const [lang = '', attribute = '', level = '', text = ''] = line.split('\t');
    const texts = [version(text, 1), version(text, 2)] as const;
    const known = lang === 'fr' || lang === 'en';
    if (!known || !isLevel(level) || texts[0] === texts[1] || /[{|}]/.test(texts.join(''))) {
      throw new Error(`${file}:${at + 2} is no pair of messages`);
    }
    return { lang, attribute, level, texts };
  });
}

const version = (text: string, group: 1 | 2) =>
  text.replace(/\{([^{|}]+)\|([^{|}]+)\}/g, `$${group}`);

const isLevel = (text: string): text is RiskLevel => RISK_LEVELS.some((level) => level === text);
