import { RISK_LEVELS } from '../risk-classifier.ts';
import type { CorpusLine } from './corpus-lines.ts';
import { forbiddenContent } from './forbidden-content.ts';
import type { Rubric } from './rubric.ts';

/** What the classifier takes at most, in UTF-16 units. */
const LONGEST_TEXT = 4000;
const CONTROL = /[\p{Cc}\p{Co}\p{Cn}]/u;

/** Everything wrong with one line by itself, in words. */
export function checkLine({ cells }: CorpusLine, rubric: Rubric): readonly string[] {
  if (cells.length !== 5 && cells.length !== 6) return [`${cells.length} columns, not 5 or 6`];
  const [lang = '', level = '', signals = '', kind = ''] = cells;
  const text = cells.at(-1) ?? '';
  const before = cells.length === 6 ? (cells[4] ?? '').split(' ⏎ ') : [];
  const named = signals === '' ? [] : signals.split(',');
  const problems: string[] = [];
  const say = (wrong: boolean, problem: string) => void (wrong && problems.push(problem));

  say(lang !== 'fr' && lang !== 'en', `the language is "${lang}", not fr or en`);
  say(!RISK_LEVELS.some((one) => one === level), `the rubric has no level "${level}"`);
  for (const signal of named) {
    say(!rubric.signals.includes(signal), `the rubric has no signal "${signal}"`);
  }
  say(new Set(named).size < named.length, 'a signal is named twice');
  say(!rubric.kinds.includes(kind), `the rubric has no kind "${kind}"`);
  say(text.trim() === '', 'there is no text');
  say(text.trim() !== '' && text !== text.trim(), 'the text begins or ends with a space');
  say(text.length > LONGEST_TEXT, `the text is over ${LONGEST_TEXT} units`);
  say(
    cells.some((cell) => CONTROL.test(cell)),
    'there is a character that nobody sees or knows',
  );
  say(
    before.some((turn) => !/^(?:bot|person): ./.test(turn)),
    'a turn of the context begins neither with "bot: " nor with "person: "',
  );
  for (const what of forbiddenContent([...before, text].join(' ⏎ '))) {
    problems.push(`there is ${what} in it`);
  }
  return problems;
}
