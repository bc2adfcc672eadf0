import type { Occasion } from '../dialog.ts';
import type { RunFlow } from '../engine/run-flow.ts';

/** Levels at which a safety text comes before any flow. */
export const OCCASIONS: readonly Occasion[] = ['passive', 'active', 'imminent'];

/** The occasion a flow answers: it isn't begun at its start, but entered. */
export const occasionOf = ({ entries }: Pick<RunFlow, 'entries'>): Occasion | undefined =>
  OCCASIONS.find((name) => entries?.[name] !== undefined);
