import type { Problem } from '../../engine/problems.ts';
import type { FlowPlace } from './flow-place.ts';
import { type StepLines, stepAtLine } from './line-finder.ts';
import type { FindingWire } from './page-wire.ts';

/** Whether a finding is in a flow's own files. */
export const isIn = ({ spot }: FlowPlace, { file }: Problem): boolean =>
  file === spot.shown || file.startsWith(`${spot.shown}/`);

/** Findings as the page shows them. @param lines of the steps, by file. */
export const findingsOf = (
  problems: readonly Problem[],
  lines: ReadonlyMap<string, StepLines> = new Map(),
): readonly FindingWire[] =>
  problems.map(({ file, line, rule, what, why, fix }) => ({
    file,
    line,
    rule,
    what,
    why,
    fix,
    step: stepAtLine(lines.get(file), line),
  }));
