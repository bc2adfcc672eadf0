import { LANGUAGES } from '../engine/languages.ts';
import { type Problem, problemBy } from '../engine/problems.ts';
import type { Source } from '../engine/read-yaml.ts';
import { placeholdersIn, type Texts } from '../engine/texts.ts';
import { UNREAD_NUMBERS } from '../engine/unread.ts';
import type { UnreadTexts } from '../engine/unread-texts.ts';
import { LONGEST_BUBBLE } from '../engine/voice.ts';
import type { TextSources } from './flow-sources.ts';
import { lintTexts } from './lint-texts.ts';
import { reporter } from './reporter.ts';
import { WORDING_RULES } from './wording-rules.ts';

/** As long as two emergency numbers and a helpline can be. */
const LONG_NUMBERS = 40;
/** The rules that hold in a language that nobody here reads. */
const IN_ANY_LANGUAGE = WORDING_RULES.filter(({ id }) => id === 'number-in-text');

/**
 * What can be checked of texts in languages that the linter doesn't know: that a number is in
 * them, that it isn't written out, and that a screen holds them. French and English are read as
 * all texts are.
 */
export function checkUnread(
  sources: ReadonlyMap<string, Source<UnreadTexts>> | null,
): readonly Problem[] {
  if (!sources) return [];
  const problems: Problem[] = [];
  for (const source of sources.values()) checkOne(source, problems);
  const [fr, en] = LANGUAGES.map((language) => sources.get(language));
  if (fr && en) return [...problems, ...lintTexts({ fr: asTexts(fr), en: asTexts(en) })];
  const file = [...sources.values()][0]?.file.replace(/[^/]*$/, '') ?? 'unread/';
  const missing = LANGUAGES.filter((language) => !sources.has(language)).join(', ');
  const what = `there is no text in ${missing}, for those whose language has none`;
  return [...problems, problemBy('missing-text', { file, line: 1 }, what, 'Write it')];
}

function checkOne(source: Source<UnreadTexts>, problems: Problem[]): void {
  const report = reporter(source, problems);
  const { first, numbers, again } = source.data;
  const texts = [
    { path: ['first'], text: first },
    ...numbers.map((text, at) => ({ path: ['numbers', at], text })),
    ...again.map((text, at) => ({ path: ['again', at], text })),
  ];
  for (const { path, text } of texts) {
    const names = placeholdersIn(text);
    for (const name of names.filter((one) => !UNREAD_NUMBERS.some((role) => role === one))) {
      const fix = `Use ${UNREAD_NUMBERS.map((role) => `{${role}}`).join(' or ')}`;
      report('unknown-name-in-braces', path, `"${path.join('.')}" names {${name}}`, fix);
    }
    const longest = text.length + (names.length > 0 ? LONG_NUMBERS : 0);
    if (longest > LONGEST_BUBBLE) {
      const what = `"${path.join('.')}" has up to ${longest} characters`;
      report('too-long', path, what, `Make it ${LONGEST_BUBBLE} at most`);
    }
    for (const { id, pattern, why, fix } of IN_ANY_LANGUAGE) {
      const match = pattern.exec(text);
      if (!match) continue;
      const what = `"${path.join('.')}" says “${match[0]}”`;
      problems.push({ file: source.file, line: source.lineOf(path), rule: id, what, why, fix });
    }
  }
  const everywhere = (text: string) => placeholdersIn(text).join() === 'emergency';
  if (!numbers.some(everywhere)) {
    const what = '"numbers" can’t be said in every country';
    report('risk-number', ['numbers'], what, 'Add a wording with {emergency} only');
  }
  if (!numbers[0]?.includes('{suicide}')) {
    report('risk-number', ['numbers'], '"numbers" doesn’t name {suicide} first', 'Name it');
  }
}

/** As the texts of a step, for the rules of wording. */
const asTexts = ({ file, data, lineOf }: Source<UnreadTexts>): TextSources['fr'] => ({
  file,
  data: Object.fromEntries(Object.entries(data).map(([name, text]) => [name, { text }])) as Texts,
  lineOf: ([name, , ...rest]) => lineOf([...(name === undefined ? [] : [name]), ...rest]),
});
