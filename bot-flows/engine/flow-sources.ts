import type { Flow } from './flow.ts';
import type { Language } from './library.ts';
import type { Source } from './read-yaml.ts';
import type { Texts } from './texts.ts';

/** A flow and its texts with their lines, for the checks. */
export interface FlowSources {
  readonly flow: Source<Flow>;
  readonly texts: Readonly<Record<Language, Source<Texts>>>;
}
