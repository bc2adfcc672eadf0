import type { Problem } from '../engine/problems.ts';
import type { TextSources } from './flow-sources.ts';
import { LEAST_EASE, readingEase } from './reading-ease.ts';
import { reporter } from './reporter.ts';
import { type TextPart, textParts, unquoted } from './text-parts.ts';

const MOST_WORDS = 30;
const MOST_QUESTIONS = 2;
/** Shorter texts say too little about how hard they are. */
const WORTH_MEASURING_WORDS = 18;

/** Whether somebody who is tired, upset or fourteen reads it to the end. */
export function checkReading(texts: TextSources): readonly Problem[] {
  const problems: Problem[] = [];
  const asked = new Map<string, number>();
  for (const part of textParts(texts)) {
    const { source, path, language, text, kind } = part;
    const report = reporter(source, problems);
    const where = `"${path.slice(0, 2).join('.')}"`;
    const plain = unquoted(text);
    const sentences = plain.split(/[.!?…:;]+/).map((sentence) => sentence.trim().split(/\s+/));
    const longest = Math.max(...sentences.map((words) => words.length));
    if (longest > MOST_WORDS) {
      const what = `${where} has a sentence of ${longest} words`;
      report('long-sentence', path, what, `Cut it: ${MOST_WORDS} at most`);
    }
    const words = plain.trim().split(/\s+/).length;
    const ease = readingEase(plain, language);
    if (words >= WORTH_MEASURING_WORDS && ease < LEAST_EASE) {
      const what = `${where} reads at ${Math.round(ease)} of 100`;
      report('hard-to-read', path, what, `Use shorter words and sentences: ${LEAST_EASE} at least`);
    }
    const questions = plain.match(/\?/g)?.length ?? 0;
    if (kind !== 'label' && questions > MOST_QUESTIONS) {
      report(
        'too-many-questions',
        path,
        `${where} asks ${questions} things`,
        'Ask one, or two at most',
      );
    } else if (kind !== 'label') notePerStep(asked, part, questions);
  }
  return [...problems, ...askedTooMuch(texts, asked)];
}

const keyOf = (language: string, step: PropertyKey | undefined) => `${language} ${String(step)}`;

/** Adds up what the bubbles of one step ask at most together. */
function notePerStep(asked: Map<string, number>, { language, path }: TextPart, questions: number) {
  const [step, name] = path;
  const bubble = `${keyOf(language, step)} ${String(name)}`;
  const before = asked.get(bubble) ?? 0;
  if (questions <= before) return;
  asked.set(bubble, questions);
  const key = keyOf(language, step);
  asked.set(key, (asked.get(key) ?? 0) + questions - before);
}

function askedTooMuch(texts: TextSources, asked: ReadonlyMap<string, number>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [language, source] of Object.entries(texts)) {
    for (const step of Object.keys(source.data)) {
      const questions = asked.get(keyOf(language, step)) ?? 0;
      if (questions <= MOST_QUESTIONS) continue;
      const what = `the bubbles of "${step}" ask ${questions} things in a row`;
      reporter(source, problems)('too-many-questions', [step], what, 'Ask one, or two at most');
    }
  }
  return problems;
}
