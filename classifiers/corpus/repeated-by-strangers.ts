import { type CorpusLine, isTraining } from './corpus-lines.ts';
import { sameWords } from './same-words.ts';

/** Strangers' rows that the corpus has word for word: nothing is learnt from reading them. */
export function repeatedByStrangers(lines: readonly CorpusLine[]): ReadonlySet<CorpusLine> {
  const key = ({ cells }: CorpusLine) => `${cells[0]} ${sameWords(cells.slice(4))}`;
  const known = new Set(lines.filter(isTraining).map(key));
  return new Set(lines.filter((line) => !isTraining(line) && known.has(key(line))));
}
