import type { Problem } from '../engine/problems.ts';
import type { Source } from '../engine/read-yaml.ts';
import type { Texts } from '../engine/texts.ts';
import { reporter } from './reporter.ts';
import { textParts, unquoted } from './text-parts.ts';

const wholeWord = (...words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}’])(?:${words.join('|')})(?!\\p{L})`, 'iu');
const TU = wholeWord('tu', 'toi', 'te', 'tes', 'ta', 't’(?!il|elle|on)\\p{L}+');
/** « ton » may also be a tone of voice. */
const TON = /(?<![\p{L}’-])(?<!(?:le|un|du|quel) )ton(?!\p{L})/iu;
/** « rendez-vous » may also be an appointment. */
const VOUS = wholeWord('(?<!rendez-)vous', 'votre', 'vos');

/** That every French text speaks to the person in one way, and in the way that the site chose. */
export function checkFrench(fr: Source<Texts>, en: Source<Texts>): readonly Problem[] {
  const problems: Problem[] = [];
  const report = reporter(fr, problems);
  for (const { language, path, text } of textParts({ fr, en })) {
    if (language !== 'fr') continue;
    const plain = unquoted(text);
    const tu = TU.test(plain) || TON.test(plain);
    const vous = VOUS.test(plain);
    const where = `"${path.slice(0, 2).join('.')}"`;
    const variant = path.findLast((part) => part === 'tu' || part === 'vous');
    const wrong = variant === 'tu' ? vous : variant === 'vous' ? tu : tu && vous;
    if (wrong) {
      report('address-mixed', path, `${where} says both tu and vous`, 'Keep to one');
    } else if (variant === undefined && path[1] !== 'options' && (tu || vous)) {
      const fix = 'Write it once under "tu:" and once under "vous:"';
      report(
        'address-missing',
        path,
        `${where} says ${tu ? 'tu' : 'vous'} whatever the site says`,
        fix,
      );
    }
  }
  return problems;
}
