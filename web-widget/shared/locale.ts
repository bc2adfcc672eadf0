export type Locale = 'fr' | 'en';

/** The interface's language for a BCP 47 tag: French when it is none that we speak. */
export function localeOf(tag: string | null | undefined): Locale {
  return /^en\b/i.test(tag ?? '') ? 'en' : 'fr';
}
