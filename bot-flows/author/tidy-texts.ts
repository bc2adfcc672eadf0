import { isScalar, parseDocument, Scalar, stringify, visit } from 'yaml';
import type { Language } from '../engine/languages.ts';
import { tidyText } from './tidy-text.ts';

/** Written in one place; over several lines they are left to the author. */
const IN_PLACE: readonly (string | undefined)[] = [
  Scalar.PLAIN,
  Scalar.QUOTE_DOUBLE,
  Scalar.QUOTE_SINGLE,
];

/**
 * A file of texts with the signs of every text as they should be; all else stands as it stood,
 * comments and layout included.
 * @returns the same when there is nothing to do, or when the file can't be read as YAML.
 */
export function tidyTexts(source: string, language: Language): string {
  const document = parseDocument(source, { schema: 'core' });
  if (document.errors.length > 0) return source;
  const changes: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string' || !isInPlace(node)) return;
      const tidied = tidyText(node.value, language);
      if (tidied === node.value || !node.range) return;
      const text = stringify(tidied, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trim();
      changes.push({ from: node.range[0], to: node.range[1], text });
    },
  });
  // From the end, so that what comes before stays where it is.
  return changes.reduceRight(
    (all, { from, to, text }) => all.slice(0, from) + text + all.slice(to),
    source,
  );
}

const isInPlace = (node: unknown): boolean =>
  isScalar(node) && IN_PLACE.includes(node.type as string | undefined);
