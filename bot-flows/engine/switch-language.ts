import { askedLanguage } from './asked-language.ts';
import { LANGUAGES, type Language, languageOf } from './languages.ts';
import type { Turn } from './turn.ts';
import { createVoice } from './voice.ts';

/**
 * Goes on in the language somebody asks for, as far as the site speaks it.
 * @returns whether it speaks more than one.
 */
export function switchLanguage(turn: Turn, text: string): boolean {
  const { context, newest, voice } = turn;
  const spoken = context.languages ? [...new Set(context.languages.map(languageOf))] : LANGUAGES;
  const language: Language = askedLanguage(text, voice.language);
  if (spoken.includes(language) && language !== voice.language) {
    turn.voice = createVoice(newest, { ...context, locale: language });
    turn.language = language;
  }
  return spoken.length > 1;
}
