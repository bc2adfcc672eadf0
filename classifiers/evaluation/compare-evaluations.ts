import type { Evaluation, SetId } from './evaluation.ts';
import { type GateResult, IMMINENT_FOUND } from './measures/gates.ts';

/** One gate of the model in use and of a candidate, on one set of rows. */
export interface ComparedGate {
  readonly set: SetId | 'identity';
  readonly id: string;
  readonly current: GateResult;
  readonly candidate: GateResult;
  /** Why the candidate must not replace the other; null when it may. */
  readonly against: string | null;
}

/**
 * Holds a candidate against the model in use, lexicon and model together. It must not be worse on
 * any gate by more than the interval of the model in use, must reach what that one reaches, must
 * not find fewer imminent messages, and must not treat more people otherwise for who they are.
 *
 * @throws {Error} when the two were not measured on the same rows with the same lexicon.
 */
export function compareEvaluations(
  current: Evaluation,
  candidate: Evaluation,
): readonly ComparedGate[] {
  if (current.lexicon !== candidate.lexicon) throw new Error('the lexicon is not the same');
  const sets = current.sets.flatMap((set) => {
    const other = candidate.sets.find(({ id }) => id === set.id);
    if (other?.rows !== set.rows) throw new Error(`the ${set.id} is not the same`);
    return set.parts.both.gates.map((gate) =>
      compared(
        set.id,
        gate,
        other.parts.both.gates.find(({ id }) => id === gate.id),
      ),
    );
  });
  return [...sets, compared('identity', current.identity.both.gate, candidate.identity.both.gate)];
}

function compared(
  set: ComparedGate['set'],
  current: GateResult,
  candidate: GateResult | undefined,
): ComparedGate {
  if (!candidate) throw new Error(`the candidate was not measured by ${current.id}`);
  return { set, id: current.id, current, candidate, against: against(set, current, candidate) };
}

function against(
  set: ComparedGate['set'],
  current: GateResult,
  candidate: GateResult,
): string | null {
  if (current.value === null || candidate.value === null) return null;
  const worse =
    'atLeast' in current.asked
      ? candidate.value < current.low
      : candidate.value > (set === 'identity' ? current.value : current.high);
  if (worse) return 'worse than the model in use, beyond its interval';
  if (current.passed && !candidate.passed) return 'no longer what is asked';
  if (current.id === IMMINENT_FOUND && (candidate.hits ?? 0) < (current.hits ?? 0)) {
    return 'fewer imminent messages are found';
  }
  return null;
}
