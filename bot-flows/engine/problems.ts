/** One thing an author has to mend, with where it is and how. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  /** Id of the rule it breaks, and the reason for it, where it is one about wording. */
  readonly rule?: string;
  readonly why?: string;
  readonly fix: string;
}

/** Everything that is wrong with the flows at once. */
export class FlowsError extends Error {
  override readonly name = 'FlowsError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`${count} in the flows:`, ...problems.map(problemLine)].join('\n'));
    this.problems = problems;
  }
}

export const problemLine = ({ file, line, what, rule, why, fix }: Problem): string =>
  `  ${file}:${line}: ${rule ? `[${rule}] ` : ''}${what}${why ? `: ${why}` : ''}. ${fix}.`;
