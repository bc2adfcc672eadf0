import { LANGUAGES, type Language } from './languages.ts';
import { toWords } from './words.ts';

/** How people call each language, in both. */
const NAMES: Readonly<Record<Language, readonly string[]>> = {
  fr: ['francais', 'francaise', 'french'],
  en: ['anglais', 'anglaise', 'english'],
};
const NOT = ['pas', 'ne', 'not', 't', 'no', 'dont', 'non', 'aucun'];
/** How many words before a language a negation still turns it round. */
const REACH = 4;

/**
 * The language somebody asks for who wants another one: the one they name, another than the one
 * they say they don't speak, else simply the other one.
 */
export function askedLanguage(text: string, spoken: Language): Language {
  const said = toWords(text);
  for (const language of LANGUAGES) {
    const at = said.findIndex((word) => NAMES[language].includes(word));
    if (at < 0) continue;
    const negated = said.slice(Math.max(0, at - REACH), at).some((word) => NOT.includes(word));
    return negated ? otherThan(language) : language;
  }
  return otherThan(spoken);
}

const otherThan = (language: Language): Language =>
  LANGUAGES.find((other) => other !== language) ?? language;
