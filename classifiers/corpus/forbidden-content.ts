// What the rubric never lets into a row: doses and instructions, and anything that leads to a
// real person. Patterns are wide on purpose: a row is easily written otherwise.

const SUBSTANCES =
  '(?:doliprane|dafalgan|efferalgan|paracetamol|paracétamol|acetaminophen|tylenol|panadol|aspirine?|' +
  'ibuprof[eè]ne?|advil|nurofen|naproxen|cod[eé]ine?|codoliprane|tramadol|morphine?|oxy(?:cod|cont)\\w*|' +
  'fentanyl|m[eé]thadone?|subutex|heroin|xanax|alprazolam|valium|diazepam|lexomil|bromaz[eé]pam|' +
  'temesta|lorazepam|ativan|seresta|oxazepam|stilnox|zolpidem|ambien|imovane|zopiclone|seroquel|' +
  'quetiapine?|lithium|laroxyl|amitriptyline?|prozac|fluoxetine?|zoloft|sertraline?|propranolol|' +
  'digoxine?|insuline?|(?:pheno|pento)?barbital)s?';
const NUMBER =
  '(?:\\d+(?:[.,]\\d+)?|une? (?:dizaine|vingtaine|trentaine|cinquantaine|centaine|dozen|hundred)|dozens?|' +
  'dix|quinze|vingt|trente|quarante|cinquante|soixante|cent|ten|fifteen|twenty|thirty|forty|fifty|sixty|hundred)';
/** "Three weeks of it" is a time, no amount. */
const NO_TIME =
  '(?! ?(?:heures?|hours?|jours?|days?|semaines?|weeks?|mois|months?|ans|ann[eé]es|years?)(?!\\p{L}))';
const UNIT = '(?:mg|µg|mcg|ml|cl|cc|milligramm?e?s?|millilit(?:re|er)s?|micrograms?|unit[eé]s)';
const PIECE =
  '(?:comprim[eé]s?|cachets?|g[eé]lules?|pilules?|capsules?|pills?|tablets?|tabs|gouttes|drops|ampoules?)';

const word = (pattern: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu');

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [word(`\\d+(?:[.,]\\d+)?\\s?${UNIT}`), 'a dose'],
  [word(`\\d+\\s?${PIECE}`), 'a dose'],
  [word(`${NUMBER}${NO_TIME} (?:\\p{L}+ ){0,3}?${SUBSTANCES}`), 'a named substance with an amount'],
  [word(`${SUBSTANCES}(?: \\p{L}+){0,2} ${NUMBER}${NO_TIME}`), 'a named substance with an amount'],
  [
    /(?:\bhttps?:|\bwww\.)\S|\b[\p{L}\d-]+\.(?:com|org|net|fr|co\.uk|info|gouv)\b/iu,
    'an address of the web',
  ],
  [/\S@[\p{L}\d-]+\.\p{L}/u, 'an e-mail address'],
  [/(?<![\d.,])\+?\d(?:[ .()-]{0,2}\d){8,}(?!\d)/u, 'a telephone number'],
];

/** Two years with a dash between them: no telephone number. */
const LIFETIME = /(?<!\d)(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?!\d)/g;

/** What of that a text holds, in words; nothing when it is fit for the corpus. */
export function forbiddenContent(text: string): readonly string[] {
  const read = text.replace(LIFETIME, ' … ');
  const found = FORBIDDEN.filter(([pattern]) => pattern.test(read)).map(([, what]) => what);
  return [...new Set(found)];
}
