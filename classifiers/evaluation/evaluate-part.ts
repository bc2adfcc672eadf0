import { atLeast } from '../risk-classifier.ts';
import type { FalseAlarms, PartEvaluation } from './evaluation.ts';
import { breakdowns, missedByTwo } from './measures/breakdown.ts';
import { confusion, levelShares } from './measures/confusion.ts';
import { gatesOf, isForum } from './measures/gates.ts';
import { languagesApart, languagesGate } from './measures/languages-apart.ts';
import { quadraticKappa } from './measures/quadratic-kappa.ts';
import type { Read } from './measures/read.ts';
import { wilson } from './measures/share.ts';
import { signalShares } from './measures/signal-shares.ts';

/** All figures of one part on one set. */
export function evaluatePart(reads: readonly Read[]): PartEvaluation {
  const table = confusion(reads);
  const languages = languagesApart(reads);
  const kappa = (belongs: (read: Read) => boolean) => quadraticKappa(reads.filter(belongs));
  return {
    gates: [...gatesOf(reads), languagesGate(languages)],
    languages,
    levels: levelShares(table),
    confusion: table,
    kappa: {
      all: kappa(() => true),
      chat: kappa(({ row }) => !isForum(row)),
      French: kappa(({ row }) => row.lang === 'fr'),
      English: kappa(({ row }) => row.lang === 'en'),
    },
    falseAlarms: falseAlarms(reads),
    breakdowns: breakdowns(reads),
    signals: signalShares(reads),
    missed: missedByTwo(reads).map(({ row, level }) => ({
      level: row.level,
      read: level,
      file: row.file,
      kind: row.kind,
      text: [...row.context.map((turn) => `${turn.speaker}: ${turn.text}`), row.text].join(' ⏎ '),
    })),
  };
}

function falseAlarms(reads: readonly Read[]): readonly FalseAlarms[] {
  const harmless = reads.filter(({ row }) => row.level === 'none');
  return (['all', 'fr', 'en'] as const).flatMap((lang) =>
    (['distress', 'passive', 'active', 'imminent'] as const).map((floor) => {
      const own = harmless.filter(({ row }) => lang === 'all' || row.lang === lang);
      const raised = own.filter(({ level }) => atLeast(level, floor));
      return { lang, floor, share: wilson(raised.length, own.length) };
    }),
  );
}
