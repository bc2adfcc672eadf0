import { higher, RISK_LEVELS, type RiskLevel } from '../risk-classifier.ts';
import type { ModelManifest, Thresholds } from './manifest.ts';
import type { ModelOutput } from './worker-protocol.ts';

/** What the model makes of a message. */
export interface ModelReading {
  readonly level: RiskLevel;
  readonly signals: readonly string[];
  /** Calibrated probability of each level; for evaluation, never shown to anyone. */
  readonly probabilities: Readonly<Record<RiskLevel, number>>;
}

/** From probabilities to a level: the highest whose "or higher" reaches its threshold. */
export function judge(output: ModelOutput, manifest: ModelManifest): ModelReading {
  const { thresholds, thresholdsInContext = thresholds, signalThreshold } = manifest;
  const alone = levelOf(output.alone, thresholds);
  const level = output.inContext
    ? higher(alone, levelOf(output.inContext, thresholdsInContext))
    : alone;
  const above = output.alone.map((value, at) => Math.max(value, output.inContext?.[at] ?? 0));
  const probabilities = RISK_LEVELS.map((name, at) => [
    name,
    Math.max(0, (at === 0 ? 1 : (above[at] ?? 0)) - (above[at + 1] ?? 0)),
  ]);
  return {
    level,
    signals: manifest.signals.filter((_, at) => (output.signals[at] ?? 0) >= signalThreshold),
    probabilities: Object.fromEntries(probabilities) as Record<RiskLevel, number>,
  };
}

function levelOf(cumulative: readonly number[], thresholds: Thresholds): RiskLevel {
  let level: RiskLevel = 'none';
  RISK_LEVELS.forEach((name, at) => {
    if (name !== 'none' && (cumulative[at] ?? 0) >= thresholds[name]) level = name;
  });
  return level;
}
