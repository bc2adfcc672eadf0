import type { EmbeddedRow } from '../model/encoder.ts';
import type { Heads, Linear } from '../model/heads.ts';
import { levelPull, minus, sigmoid, signalPull, softmax } from './head-slopes.ts';

/** A reading that a person has labelled. */
export interface LabelledReading extends EmbeddedRow {
  /** Place of the level in the manifest's order. */
  readonly level: number;
  /** 1 or 0 for each signal in the manifest's order; null where nobody said. */
  readonly signals: readonly number[] | null;
}

export interface TrainingSettings {
  /** How many labels weigh as much as everything the model knew. */
  readonly doubt: number;
  /** How strongly the heads are held where they were. */
  readonly hold: number;
  readonly steps: number;
  readonly rate: number;
}

export const TRAINING_SETTINGS: TrainingSettings = {
  doubt: 200,
  hold: 0.002,
  steps: 300,
  rate: 0.03,
};

/**
 * Retrains the heads on labels, without forgetting: on the readings in `known` they are to say
 * what the model's file says, and they move only as far as the labels pull. The level is learnt
 * as a class and as an order, so that a miss by two levels pulls more than a miss by one.
 *
 * The same readings in the same order give the same heads, to the last digit. Without labels
 * they are all zeros: the model as it was.
 */
export function trainHeads(
  labelled: readonly LabelledReading[],
  known: readonly EmbeddedRow[],
  { doubt, hold, steps, rate }: TrainingSettings = TRAINING_SETTINGS,
): Heads {
  const [first] = [...labelled, ...known];
  const levels = first?.logits.level.length ?? 0;
  const signals = first?.logits.signal.length ?? 0;
  const width = first?.embedding.length ?? 0;
  const size = (outputs: number) => outputs * (width + 1);
  const moved = new Float64Array(size(levels) + size(signals));
  const [mean, square] = [new Float64Array(moved.length), new Float64Array(moved.length)];
  const share = labelled.length / (labelled.length + doubt);
  // Nothing pulls at a signal that nobody labelled.
  const anySignals = labelled.some((row) => row.signals !== null);

  for (let step = 1; step <= steps; step++) {
    const slope = new Float64Array(moved.length);
    for (let at = 0; at < moved.length; at++) slope[at] = hold * (moved[at] ?? 0);
    const level = { moved, slope, from: 0, outputs: levels, width };
    const signal = { moved, slope, from: size(levels), outputs: signals, width };
    for (const row of labelled) {
      const weight = share / labelled.length;
      pull(level, row, levelPull(logitsOf(level, row, row.logits.level), row.level), weight);
      if (row.signals) {
        const pulls = signalPull(logitsOf(signal, row, row.logits.signal), row.signals);
        pull(signal, row, pulls, weight);
      }
    }
    for (const row of known) {
      const weight = (1 - share) / known.length;
      const was = softmax(row.logits.level);
      const is = softmax(logitsOf(level, row, row.logits.level));
      pull(level, row, minus(is, was), weight);
      if (!anySignals) continue;
      const wasMarked = row.logits.signal.map(sigmoid);
      pull(signal, row, signalPull(logitsOf(signal, row, row.logits.signal), wasMarked), weight);
    }
    // Adam: its steps need no setting by the size of what is learnt.
    const stride = rate * Math.cos((Math.PI / 2) * ((step - 1) / steps));
    for (let at = 0; at < moved.length; at++) {
      const pulled = slope[at] ?? 0;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * pulled;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * pulled * pulled;
      const average = (mean[at] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step));
      moved[at] = (moved[at] ?? 0) - (stride * average) / (spread + 1e-8);
    }
  }
  return {
    schema: 'heads/1',
    level: toLinear(moved, 0, levels, width),
    signal: toLinear(moved, size(levels), signals, width),
  };
}

/** One head inside the list of all numbers: for each output its weights, then its bias. */
interface Part {
  readonly moved: Float64Array;
  readonly slope: Float64Array;
  readonly from: number;
  readonly outputs: number;
  readonly width: number;
}

function logitsOf(part: Part, { embedding }: EmbeddedRow, logits: readonly number[]): number[] {
  const { moved, from, width } = part;
  return logits.map((logit, output) => {
    const start = from + output * (width + 1);
    let sum = logit + (moved[start + width] ?? 0);
    for (let at = 0; at < width; at++) sum += (moved[start + at] ?? 0) * (embedding[at] ?? 0);
    return sum;
  });
}

/** Adds to the slope what one reading pulls at the logits. */
function pull(part: Part, { embedding }: EmbeddedRow, pulls: readonly number[], weight: number) {
  const { slope, from, width } = part;
  pulls.forEach((pulled, output) => {
    // Whatever agrees already pulls nothing, not even a rounding error.
    if (Math.abs(pulled) < 1e-12) return;
    const start = from + output * (width + 1);
    for (let at = 0; at < width; at++) {
      slope[start + at] = (slope[start + at] ?? 0) + weight * pulled * (embedding[at] ?? 0);
    }
    slope[start + width] = (slope[start + width] ?? 0) + weight * pulled;
  });
}

/** Six digits say enough, and make a small file. */
const rounded = (value: number) => Number(value.toPrecision(6)) || 0;

function toLinear(moved: Float64Array, from: number, outputs: number, width: number): Linear {
  const start = (output: number) => from + output * (width + 1);
  const rows = Array.from({ length: outputs }, (_, output) => start(output));
  return {
    weight: rows.map((at) => [...moved.subarray(at, at + width)].map(rounded)),
    bias: rows.map((at) => rounded(moved[at + width] ?? 0)),
  };
}
