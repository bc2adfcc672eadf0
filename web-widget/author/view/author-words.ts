import { useWords } from '../../console/view/words-context.ts';
import type { Language } from '../../console/words/language.ts';
import type { AuthorStrings } from '../words/author-strings.ts';
import { ENGLISH_AUTHOR } from '../words/english-author.ts';
import { FRENCH_AUTHOR } from '../words/french-author.ts';

const AUTHOR_STRINGS: Readonly<Record<Language, AuthorStrings>> = {
  fr: FRENCH_AUTHOR,
  en: ENGLISH_AUTHOR,
};

export function useAuthorWords(): AuthorStrings {
  return AUTHOR_STRINGS[useWords().language];
}
