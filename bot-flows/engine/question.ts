import type { Option } from './texts.ts';

/** What was asked, and what could be tapped. */
export interface Question {
  readonly ask: 'yes-no' | 'choice' | 'open';
  /** In the order in which they are shown, in every language at hand. */
  readonly options: readonly { readonly id: string; readonly texts: readonly Option[] }[];
}
