import { foldCharacters } from '../lexicon/fold-characters.ts';
import type { LetterGroups } from './eld-languages.ts';
import { latinLanguage } from './latin-language.ts';
import { scriptLanguage } from './script-languages.ts';

/** ISO 639-1 code of the language a text seems to be in, or `und`. */
export type LanguageOf = (text: string) => string;

/** Below this many words nobody can tell. */
const FEWEST_WORDS = 3;
/** Two words are enough when both are plainly of another language. */
const FEWEST_WORDS_FOR_OTHERS = 2;
const FRENCH = wordSet(
  `je j j'ai jai tu il elle on nous vous ils elles le la les un une des du de d et est c'est cest
  c suis t'es pas plus que qui quoi ce cette ca sa ma mon mes ta ton tes dans pour sur avec sans
  mais ou donc si tout tous toute bien tres trop encore veux vais peux fait faire etre avoir ai
  n'ai n'est jveux jveu jsuis chui jpeux j'arrive moi toi lui leur ne y en au aux quand comme
  parce oui non rien personne jamais toujours ici bonjour salut merci vie mourir jai g ki ke pk
  tkt mdr ptdr slt bcp aussi meme depuis chez soir nuit demain envie peur`,
);
const ENGLISH = wordSet(
  `i i'm im i've ive i'll i'd you he she it we they the a an and is are was were be been am my me
  your his her our their this that these those not don't dont can't cant won't to of for in at
  with without but or so if all very too just want wanna gonna feel have has had do does did what
  who how why when where there here no yes nothing nobody never always please thanks hello hi it's
  its life die live anymore tonight about from get got going think know like out up more because
  u ur idk rn tbh lol really would could should will need help`,
);

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/**
 * Tells French from English by their small words, which also works for the way people type, and
 * names another language only when it is sure: a name, slang, a typo or a Creole is no language
 * that nobody here reads.
 *
 * @param groups what letter groups say, or null while that isn't known.
 */
export function createLanguageOf(
  groups: (text: string) => LetterGroups | null = () => null,
): LanguageOf {
  return (text) => {
    const script = scriptLanguage(text);
    if (script) return script;
    const words = (text.match(/[\p{L}\p{M}\p{N}'’¿¡]+/gu) ?? []).map((word) => ({
      typed: word.toLowerCase(),
      folded: foldCharacters(word),
    }));
    if (words.length < FEWEST_WORDS_FOR_OTHERS) return 'und';
    const french = words.filter(({ folded }) => FRENCH.has(folded)).length;
    const english = words.filter(({ folded }) => ENGLISH.has(folded)).length;
    const other = latinLanguage(text, words, Math.max(french, english), groups);
    if (other) return other;
    if (words.length < FEWEST_WORDS || french === english) return 'und';
    return french > english ? 'fr' : 'en';
  };
}
