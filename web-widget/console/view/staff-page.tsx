import { type ComponentChildren, render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { adoptStyles } from '../../shared/adopt-styles.ts';
import { loadFont } from '../../shared/load-font.ts';
import { keepPreference, readPreference } from '../session/preference.ts';
import { type Language, preferredLanguage, STRINGS } from '../words/language.ts';
import { WordsContext } from './words-context.ts';

const FONT = '/web/shared/fonts/atkinson-hyperlegible-next-latin.woff2';

/** Puts a page of the staff into the document: its styles, its language, its content. */
export function showStaffPage(styles: readonly string[], content: ComponentChildren): void {
  for (const css of styles) adoptStyles(document, css);
  document.documentElement.dataset.theme = readPreference('theme') ?? 'auto';
  void loadFont(FONT);
  const root = document.getElementById('page');
  if (root) render(<InLanguage>{content}</InLanguage>, root);
}

function InLanguage({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(() =>
    preferredLanguage(readPreference('language'), navigator.languages),
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      words: STRINGS[language],
      choose(chosen: Language) {
        keepPreference('language', chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <WordsContext.Provider value={value}>{children}</WordsContext.Provider>;
}
