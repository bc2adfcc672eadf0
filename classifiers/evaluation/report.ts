import { RISK_LEVELS } from '../risk-classifier.ts';
import {
  confusion,
  GATES,
  type Gate,
  quadraticKappa,
  type Read,
  type Share,
  shareOf,
} from './scores.ts';

export interface Judged {
  /** `lexicon@1+baseline@…`, or one of them. */
  readonly assessor: string;
  readonly reads: readonly Read[];
}

const percent = ({ share, low, high, of }: Share) =>
  of === 0 ? '–' : `${share.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)}), ${of}`;

const passed = ({ atLeast, atMost }: Gate, { share, of }: Share) =>
  of === 0 ||
  (atLeast !== undefined && share >= atLeast) ||
  (atMost !== undefined && share <= atMost);

/** The figures as data, to be compared between versions. */
export function evaluationJson(judged: readonly Judged[]) {
  return judged.map(({ assessor, reads }) => ({
    assessor,
    rows: reads.length,
    gates: GATES.map((gate) => {
      const share = shareOf(gate, reads);
      return {
        what: gate.what,
        atLeast: gate.atLeast,
        atMost: gate.atMost,
        ...share,
        passed: passed(gate, share),
      };
    }),
    quadraticKappaChat: quadraticKappa(reads),
    confusion: confusion(reads),
  }));
}

/** The figures as a page somebody reads, each share with its interval and how many rows it is of. */
export function evaluationMarkdown(judged: readonly Judged[]): string {
  const lines = [
    '# What the classifier finds, and what it raises wrongly',
    '',
    'On the frozen test split of `data/corpus`: rows nothing was trained or tuned on, though by the',
    'same authors as the rows it was trained on. No clinician has labelled them; no clinical claim',
    'follows. Share (95 % interval), rows.',
    '',
  ];
  const groups = {
    all: () => true,
    French: ({ row }: Read) => row.lang === 'fr',
    English: ({ row }: Read) => row.lang === 'en',
  };
  for (const [name, belongs] of Object.entries(groups)) {
    lines.push(`## ${name === 'all' ? 'Both languages' : name}`, '');
    lines.push(`| | asked | ${judged.map(({ assessor }) => assessor).join(' | ')} |`);
    lines.push(`|---|---|${judged.map(() => '---|').join('')}`);
    for (const gate of GATES) {
      const asked = gate.atLeast === undefined ? `≤ ${gate.atMost}` : `≥ ${gate.atLeast}`;
      const cells = judged.map(({ reads }) => {
        const share = shareOf(gate, reads.filter(belongs));
        return `${percent(share)}${passed(gate, share) ? '' : ' ✗'}`;
      });
      lines.push(`| ${gate.what} | ${asked} | ${cells.join(' | ')} |`);
    }
    const kappas = judged.map(({ reads }) => quadraticKappa(reads.filter(belongs)).toFixed(3));
    lines.push(`| quadratic kappa, chat | ≥ 0.8 | ${kappas.join(' | ')} |`, '');
  }
  for (const { assessor, reads } of judged) {
    lines.push(
      `## Confusion: ${assessor}`,
      '',
      'Down: the level it has. Across: the level that was read.',
      '',
    );
    lines.push(
      `| | ${RISK_LEVELS.join(' | ')} |`,
      `|---|${RISK_LEVELS.map(() => '---|').join('')}`,
    );
    for (const [at, row] of confusion(reads).entries())
      lines.push(`| ${RISK_LEVELS[at]} | ${row.join(' | ')} |`);
    lines.push('');
  }
  return lines.join('\n');
}
