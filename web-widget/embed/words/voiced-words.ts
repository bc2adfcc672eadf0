import type { Word } from './fr.ts';

/** A language's words, fetched with the conversation; `{tu|vous}` may still hold both addresses. */
export type Words = Readonly<Record<Word, string>>;

/** The words in one form of address. */
export function voicedWords(words: Words, address: 'tu' | 'vous'): Words {
  const voiced = Object.entries(words).map(([key, text]) => [
    key,
    text.replace(/\{([^|}]*)\|([^}]*)\}/g, address === 'tu' ? '$1' : '$2'),
  ]);
  return Object.fromEntries(voiced) as Words;
}

/** Puts a name or number where `%` stands. */
export function fill(text: string, value: string | number): string {
  return text.replace('%', () => String(value));
}
