/** `a ... b`: up to four other words of the same sentence between two words; `......`: up to ten. */
const GAP = '(?: [^ .]+){0,4} ';
const LONG_GAP = '(?: [^ .]+){0,10} ';

/**
 * Turns a rule's pattern into the source of a regular expression over canonical text. A pattern
 * is words with single spaces, `(this|that)`, `(maybe )?`, `{name}` for one of the file's words,
 * `...` or `......` for a few other words; `^` first and `$` last tie it to the message's ends.
 *
 * @throws {Error} naming the unknown word, the endless repeat or what the engine refused.
 */
export function compilePattern(pattern: string, words: Readonly<Record<string, string>>): string {
  const expanded = expand(pattern, words, 0);
  // An unbounded repeat is how a pattern comes to take minutes on one message.
  if (/(?<!\\)[*+]|\{\d+,\}/.test(expanded)) {
    throw new Error(`"${pattern}" repeats without end; write {0,3} or "..."`);
  }
  const source = expanded
    .replace(/ \.{6} /g, LONG_GAP)
    .replace(/ \.{3} /g, GAP)
    .replace(/(?<!\\)\((?!\?)/g, '(?:');
  try {
    new RegExp(source, 'u');
  } catch (error) {
    const why = (error as Error).message.split(': ').at(-1);
    throw new Error(`"${pattern}" is not a pattern: ${why}`);
  }
  return source;
}

/** Where a match may end: before a space, or after one that the pattern itself took. */
const WORD_END = '(?:(?= )|(?<= ))';
const MESSAGE_END = '(?:(?= $)|(?<= )(?=$))';

/** One expression for several patterns, to be run over ` word word `. */
export function anyOf(sources: readonly string[]): RegExp {
  const branches = sources.map((source) => {
    const start = source.startsWith('^') ? '^ ' : ' ';
    const body = source.replace(/^\^ ?/, '');
    return body.endsWith('$')
      ? `${start}(?:${body.replace(/ ?\$$/, '')})${MESSAGE_END}`
      : `${start}(?:${body})${WORD_END}`;
  });
  const inner = branches
    .filter((branch) => branch.startsWith(' '))
    .map((branch) => branch.slice(1));
  const first = branches.filter((branch) => branch.startsWith('^'));
  const parts = [...first, ...(inner.length > 0 ? [` (?:${inner.join('|')})`] : [])];
  return new RegExp(parts.join('|'), 'gu');
}

function expand(pattern: string, words: Readonly<Record<string, string>>, depth: number): string {
  if (depth > 6) throw new Error(`"${pattern}" names itself`);
  return pattern.replace(/\{([a-z][a-z0-9-]*)\}/g, (_, name: string) => {
    const found = words[name];
    if (found === undefined) throw new Error(`no word is called "{${name}}"`);
    return `(?:${expand(found, words, depth + 1)})`;
  });
}
