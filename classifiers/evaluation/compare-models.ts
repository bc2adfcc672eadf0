import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComparedGate, compareEvaluations } from './compare-evaluations.ts';
import { type EvaluateOptions, evaluateModel } from './evaluate-model.ts';
import { comparisonReport } from './papers/comparison-report.ts';

export interface CompareOptions extends EvaluateOptions {
  readonly candidateFolder: string;
  /** Where the report goes: `comparison.md`, `comparison.json`. */
  readonly reportFolder: string;
}

/** Has the model in use and a candidate read the same rows, and writes a report of both. */
export async function compareModels(options: CompareOptions): Promise<readonly ComparedGate[]> {
  const { candidateFolder, reportFolder } = options;
  const current = await evaluateModel(options);
  const candidate = await evaluateModel({ ...options, modelFolder: candidateFolder });
  const gates = compareEvaluations(current, candidate);
  mkdirSync(reportFolder, { recursive: true });
  const write = (name: string, content: string) => writeFileSync(join(reportFolder, name), content);
  write('comparison.md', comparisonReport(current, candidate, gates));
  write('comparison.json', `${JSON.stringify({ gates, current, candidate }, null, 1)}\n`);
  return gates;
}
