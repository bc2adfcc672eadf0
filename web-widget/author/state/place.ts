/** Where one looks: a flow, and the step in focus. */
export interface Place {
  readonly flow: string;
  readonly step: string | null;
}

/** From an address such as `#grief/deeper` or a name such as `grief.deeper`. */
export function placeIn(text: string): Place | null {
  const [, flow, step = null] = /^#?([a-z][a-z0-9-]*)(?:[/.]([a-z][a-z0-9-]*))?$/.exec(text) ?? [];
  return flow === undefined ? null : { flow, step };
}

export const addressOf = ({ flow, step }: Place): string =>
  step === null ? `#${flow}` : `#${flow}/${step}`;
