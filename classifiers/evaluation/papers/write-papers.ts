import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withGeneratedPart } from '../../paper/generated-part.ts';
import type { Evaluation } from '../evaluation.ts';
import { PARTS } from '../measures/read.ts';
import { CARD_PART, cardFigures } from './card-figures.ts';
import { confusionSvg } from './confusion-svg.ts';
import { evaluationReport } from './evaluation-report.ts';
import type { PaperLanguage } from './figures.ts';
import { PART_NAMES, SET_NAMES } from './gate-names.ts';
import { pictureOf } from './set-section.ts';

/** The model cards, which people write around the figures. */
const CARDS: readonly (readonly [string, PaperLanguage])[] = [
  ['model-card.md', 'en'],
  ['model-card.fr.md', 'fr'],
];

/**
 * Writes an evaluation as papers: report, data, pictures, and the model cards with their figures.
 *
 * @param cardFolder where the cards lie that people wrote, such as `docs/model`.
 */
export function writePapers(evaluation: Evaluation, folder: string, cardFolder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  write('evaluation.json', `${JSON.stringify(evaluation, null, 1)}\n`);
  write('evaluation.md', evaluationReport(evaluation));
  for (const { id, parts } of evaluation.sets) {
    for (const part of PARTS) {
      const title = `${capital(SET_NAMES[id]?.en ?? id)}, ${PART_NAMES[part]?.en}`;
      write(pictureOf(id, part), confusionSvg(title, parts[part].confusion));
    }
  }
  for (const [card, lang] of CARDS) {
    const path = join(cardFolder, card);
    if (!existsSync(path)) continue;
    const page = readFileSync(path, 'utf8');
    write(card, withGeneratedPart(page, CARD_PART, cardFigures(evaluation, lang)));
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
