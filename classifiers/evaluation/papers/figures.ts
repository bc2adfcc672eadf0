import type { Asked, GateResult } from '../measures/gates.ts';
import type { Share } from '../measures/share.ts';

/** The languages that papers are written in. */
export type PaperLanguage = 'en' | 'fr';

/** Stands where there was nothing to count. */
export const NOTHING = '–';

/** `97.3`: hundredths with one digit, as the language writes them. */
export function hundredths(share: number, lang: PaperLanguage = 'en', digits = 1): string {
  return decimal(share * 100, digits, lang);
}

export function decimal(value: number, digits: number, lang: PaperLanguage = 'en'): string {
  const text = value
    .toFixed(digits)
    .replace(/^-(0(?:\.0+)?)$/, '$1')
    .replace('-', '−');
  return lang === 'fr' ? text.replace('.', ',') : text;
}

/** `97.3 % (95.1–98.6), 391/402`. */
export function inWords({ hits, of, share, low, high }: Share, lang: PaperLanguage = 'en'): string {
  if (share === null) return NOTHING;
  const between = `${hundredths(low, lang)}–${hundredths(high, lang)}`;
  return `${hundredths(share, lang)} % (${between}), ${hits}/${of}`;
}

export function askedInWords(asked: Asked, lang: PaperLanguage = 'en'): string {
  return 'atLeast' in asked
    ? `≥ ${decimal(asked.atLeast, 2, lang)}`
    : `≤ ${decimal(asked.atMost, 2, lang)}`;
}

/** The value with its interval, of how many rows, and whether it is enough. */
export function gateInWords(gate: GateResult, lang: PaperLanguage = 'en'): string {
  const { value, low, high, of, hits, passed } = gate;
  if (value === null) return NOTHING;
  const number = (one: number) => decimal(one, 3, lang);
  const rows = hits === undefined ? `${of}` : `${hits}/${of}`;
  return `${number(value)} (${number(low)}–${number(high)}), ${rows} ${passed ? '✓' : '✗'}`;
}

/** A table; the first column is text, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    `|---|${head
      .slice(1)
      .map(() => '---|')
      .join('')}`,
    ...rows.map(line),
  ].join('\n');
}

/** A message in a table or list: on one line, with nothing that Markdown would take for its own. */
export function quoted(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
}
