/** What a language is called in another one, e.g. `fr-CA` in English: « French ». */
export function languageName(locale: string, inLanguage: string): string {
  try {
    const names = new Intl.DisplayNames([inLanguage], { type: 'language' });
    return names.of(new Intl.Locale(locale).language) ?? locale;
  } catch {
    return locale;
  }
}
