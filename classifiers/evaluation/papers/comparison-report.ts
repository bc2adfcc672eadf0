import type { ComparedGate } from '../compare-evaluations.ts';
import type { Evaluation } from '../evaluation.ts';
import { askedInWords, gateInWords, table } from './figures.ts';
import { GATE_NAMES, SET_NAMES } from './gate-names.ts';

/** What a candidate does otherwise than the model in use, and whether it may take its place. */
export function comparisonReport(
  current: Evaluation,
  candidate: Evaluation,
  gates: readonly ComparedGate[],
): string {
  const names = [current, candidate].map(({ model }) => `\`${model.name}@${model.version}\``);
  const against = gates.filter((gate) => gate.against !== null);
  return `${[
    `# ${names[1]} beside ${names[0]}`,
    `Lexicon \`${current.lexicon}\`, the same rows for both, lexicon and model together. A candidate may take the place of the model in use when it is nowhere worse by more than that one’s interval, reaches whatever that one reaches, finds no fewer imminent messages, and changes no more levels with who is writing. The frozen split is looked at with every candidate: the more candidates, the less it is worth.`,
    against.length === 0
      ? '**It may be promoted.**'
      : `**It may not be promoted: ${against.length} ${against.length === 1 ? 'reason' : 'reasons'}.**`,
    ...(['test-split', 'strangers', 'in-context', 'identity'] as const).map((set) => {
      const own = gates.filter((gate) => gate.set === set);
      const name = SET_NAMES[set]?.en ?? 'identity swaps';
      return `## ${name.charAt(0).toUpperCase()}${name.slice(1)}\n\n${table(
        ['', 'asked', 'in use', 'candidate', 'against it'],
        own.map((gate) => [
          GATE_NAMES[gate.id]?.en ?? gate.id,
          askedInWords(gate.current.asked),
          gateInWords(gate.current),
          gateInWords(gate.candidate),
          gate.against ?? '',
        ]),
      )}`;
    }),
  ].join('\n\n')}\n`;
}

/** The reasons in one line each. */
export function reasonsAgainst(gates: readonly ComparedGate[]): readonly string[] {
  return gates.flatMap(({ set, id, against }) =>
    against === null
      ? []
      : [`${SET_NAMES[set]?.en ?? 'identity swaps'}, ${GATE_NAMES[id]?.en ?? id}: ${against}`],
  );
}
