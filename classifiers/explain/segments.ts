/** A part of a text, in UTF-16 units. */
export interface Segment {
  readonly offset: number;
  readonly length: number;
}

/** What ends a phrase; a cut there is better than one after so many words. */
const PHRASE_END = /[.!?…;:,\n]["»”)]*$/u;

/**
 * Cuts a text into phrases of about so many words, in order; between them stands only space.
 * A phrase ends early at a sign that ends one, unless it is a single word.
 */
export function segmentsOf(text: string, words: number): readonly Segment[] {
  const segments: Segment[] = [];
  let start = -1;
  let end = 0;
  let count = 0;
  const close = () => {
    if (count > 0) segments.push({ offset: start, length: end - start });
    count = 0;
  };
  for (const found of text.matchAll(/\S+/gu)) {
    if (count === 0) start = found.index;
    count++;
    end = found.index + found[0].length;
    if (count >= words || (count > 1 && PHRASE_END.test(found[0]))) close();
  }
  close();
  return segments;
}

export const without = (text: string, { offset, length }: Segment): string =>
  `${text.slice(0, offset)}${text.slice(offset + length)}`.replace(/\s+/g, ' ').trim();

export const only = (text: string, { offset, length }: Segment): string =>
  text.slice(offset, offset + length);
