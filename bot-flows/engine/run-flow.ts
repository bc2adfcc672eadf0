import type { Branch, Flow, Step } from './flow.ts';
import type { Language } from './languages.ts';
import type { Texts } from './texts.ts';

/** A branch as the engine takes it. */
export interface RunBranch extends Branch {
  /** Leaves whatever called: nothing goes back from there. */
  readonly leaves?: true;
}

/** A step as the engine walks it: what authors may write short is written out. */
export interface RunStep extends Omit<Step, 'next'> {
  readonly next?: string | readonly RunBranch[] | undefined;
  /** Waits for what `call` comes back with, and takes `next` by it. */
  readonly awaits?: true;
  /** What `return` comes back with. */
  readonly result?: string;
  /** Adds up answers: by the id of the option, under this key of the state. */
  readonly tally?: { readonly key: string; readonly values: Readonly<Record<string, number>> };
  /** Goes on by the sum of the tallies whose keys begin so, and forgets them. */
  readonly sum?: {
    readonly of: string;
    readonly times: number;
    readonly bands: readonly { readonly upTo: number; readonly go: string }[];
  };
  /** How a screen may breathe along. */
  readonly breath?: { readonly in: number; readonly out: number; readonly times: number };
}

export interface RunFlow extends Omit<Flow, 'steps'> {
  readonly steps: Readonly<Record<string, RunStep>>;
}

/** A flow with its texts, ready to be walked. */
export interface LoadedFlow {
  readonly flow: RunFlow;
  readonly texts: Readonly<Record<Language, Texts>>;
}

/** The branches of a step; a bare `next: step` is one that is always taken. */
export const branchesOf = (step: Pick<RunStep, 'next'>): readonly RunBranch[] =>
  typeof step.next === 'string' ? [{ go: step.next }] : (step.next ?? []);
