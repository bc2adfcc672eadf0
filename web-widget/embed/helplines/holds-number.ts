import type { Helpline } from './helpline.ts';

const digitsOf = (text: string) => text.replace(/\D/g, '');

/**
 * Whether a text may hold a number to call. In doubt yes: `15 minutes` counts, since all that
 * follows is that the text is shown without a pause.
 */
export function holdsNumber(text: string, lines: readonly Helpline[]): boolean {
  const numbers = new Set(lines.flatMap((line) => [digitsOf(line.label), digitsOf(line.href)]));
  const groups = text.match(/\d+/g) ?? [];
  const runs = text.match(/\d[\d\s.+-]*\d/g) ?? [];
  return [...groups, ...runs.map(digitsOf)].some((digits) => numbers.has(digits));
}
