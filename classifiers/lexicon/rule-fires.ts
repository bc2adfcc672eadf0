import { type CompiledPattern, type CompiledRule, MATCHED } from './compile-rules.ts';

/** How many words beside a match can still say that something else is meant. */
const TURNS_WITHIN = 12;
/** How many words away what must stand beside a match may stand, across sentences. */
const BESIDE_WITHIN = 40;

/** Whether a pattern is in a form, and if so, whether the words around it turn its meaning. */
export type Verdict = 'fires' | 'means-another' | 'absent';

/**
 * @param form of the message, from `canonicalText`.
 * @param question forms of the bot's turn just before; none when there was none.
 */
export function ruleFires(
  { rule, match }: CompiledPattern,
  form: string,
  question: readonly string[],
): Verdict {
  const { after, beside } = rule;
  if (after && !question.some((asked) => asked.search(after) >= 0)) return 'absent';
  const asked = beside !== null && question.some((text) => text.search(beside) >= 0);
  let verdict: Verdict = 'absent';
  match.lastIndex = 0;
  for (let hit = match.exec(form); hit; hit = match.exec(form)) {
    const [from, to] = [hit.index, hit.index + hit[0].length];
    if (beside && !asked && !isBeside(beside, form, from, to)) continue;
    if (!meansAnother(rule, form, from, to)) return 'fires';
    verdict = 'means-another';
  }
  return verdict;
}

function isBeside(beside: RegExp, form: string, from: number, to: number): boolean {
  const start = wordsBefore(form, from, BESIDE_WITHIN, 0);
  const end = wordsAfter(form, to, BESIDE_WITHIN, form.length - 1);
  return form.slice(start, end + 1).search(beside) >= 0;
}

/** Whether the words around a match, within its sentence or sentences, turn its meaning. */
function meansAnother({ unless, unlessBy }: CompiledRule, form: string, from: number, to: number) {
  if (!unless && !unlessBy) return false;
  const before = form.lastIndexOf(' . ', from);
  const after = form.indexOf(' . ', to);
  const start = wordsBefore(form, from, TURNS_WITHIN, before < 0 ? 0 : before + 2);
  const end = wordsAfter(form, to, TURNS_WITHIN, after < 0 ? form.length - 1 : after);
  const left = form.slice(start, from);
  const right = form.slice(to, end + 1);
  return (
    (unless !== null && `${left}${form.slice(from, to)}${right}`.search(unless) >= 0) ||
    (unlessBy !== null && `${left} ${MATCHED} ${right.trimStart()}`.search(unlessBy) >= 0)
  );
}

function wordsBefore(form: string, from: number, words: number, first: number): number {
  let start = from;
  for (let word = 0; word < words && start > first; word++)
    start = form.lastIndexOf(' ', start - 1);
  return Math.max(first, start);
}

function wordsAfter(form: string, to: number, words: number, last: number): number {
  let end = to;
  for (let word = 0; word < words && end < last; word++) end = form.indexOf(' ', end + 1);
  return end;
}
