import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, STRINGS } from '../words/language.ts';
import type { Strings } from '../words/strings.ts';

export interface Words {
  readonly language: Language;
  readonly words: Strings;
  choose(language: Language): void;
}

export const WordsContext = createContext<Words>({
  language: 'fr',
  words: STRINGS.fr,
  choose: () => undefined,
});

/** The sentences of the page in the language chosen. */
export function useWords(): Words {
  return useContext(WordsContext);
}
