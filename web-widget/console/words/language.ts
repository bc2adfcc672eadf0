import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import type { Strings } from './strings.ts';

/** The languages of the staff's pages; French first. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const STRINGS: Readonly<Record<Language, Strings>> = { fr: FRENCH, en: ENGLISH };

/** Each language as it calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English' };

/** What was chosen before, else the first of the browser's languages we speak, else French. */
export function preferredLanguage(
  chosen: string | null,
  browserLanguages: readonly string[],
): Language {
  const known = (tag: string) => LANGUAGES.find((language) => tag.split('-')[0] === language);
  return known(chosen ?? '') ?? browserLanguages.map(known).find(Boolean) ?? 'fr';
}
