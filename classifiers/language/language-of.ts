import { foldCharacters } from '../lexicon/fold-characters.ts';
import { SCRIPT_LANGUAGES } from './script-languages.ts';

/** ISO 639-1 code of the language a text seems to be in, or `und`. */
export type LanguageOf = (text: string) => string;

/** Below this many words nobody can tell. */
const FEWEST_WORDS = 3;
const FRENCH = words(
  `je j j'ai jai tu il elle on nous vous ils elles le la les un une des du de d et est c'est cest
  c suis t'es pas plus que qui quoi ce cette ca sa ma mon mes ta ton tes dans pour sur avec sans
  mais ou donc si tout tous toute bien tres trop encore veux vais peux fait faire etre avoir ai
  n'ai n'est jveux jveu jsuis chui jpeux j'arrive moi toi lui leur ne y en au aux quand comme
  parce oui non rien personne jamais toujours ici bonjour salut merci vie mourir jai g ki ke pk
  tkt mdr ptdr slt bcp aussi meme depuis chez soir nuit demain envie peur`,
);
const ENGLISH = words(
  `i i'm im i've ive i'll i'd you he she it we they the a an and is are was were be been am my me
  your his her our their this that these those not don't dont can't cant won't to of for in at
  with without but or so if all very too just want wanna gonna feel have has had do does did what
  who how why when where there here no yes nothing nobody never always please thanks hello hi it's
  its life die live anymore tonight about from get got going think know like out up more because
  u ur idk rn tbh lol really would could should will need help`,
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/**
 * Tells French from English by their small words, which also works for the way people type,
 * and leaves the rest to `others`.
 *
 * @param others names other languages, or gives null when it isn't sure. Without it they are `und`.
 */
export function createLanguageOf(others: (text: string) => string | null = () => null): LanguageOf {
  return (text) => {
    const folded = foldCharacters(text);
    const typed = folded.match(/[\p{L}\p{N}']+/gu) ?? [];
    const script = SCRIPT_LANGUAGES.find(([letters]) => letters.test(text));
    // These scripts put few spaces between words, or none.
    if (script && typed.length > 0 && !/[a-z]{3}/.test(folded)) return script[1];
    if (typed.length < FEWEST_WORDS) return 'und';
    const french = typed.filter((word) => FRENCH.has(word)).length;
    const english = typed.filter((word) => ENGLISH.has(word)).length;
    const most = Math.max(french, english);
    if (most >= 2 && most / typed.length >= 0.25 && french !== english) {
      return french > english ? 'fr' : 'en';
    }
    const other = others(text);
    if (other) return other;
    if (french === english) return 'und';
    return french > english ? 'fr' : 'en';
  };
}
