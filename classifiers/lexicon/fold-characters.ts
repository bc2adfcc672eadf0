/** Letters of other alphabets that look like Latin ones, used to slip a word past a filter. */
const LOOK_ALIKES: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  [
    ['аα⍺ɑᴀ', 'a'],
    ['вβʙ', 'b'],
    ['сϲᴄ', 'c'],
    ['ԁᴅ', 'd'],
    ['еєεҽᴇ', 'e'],
    ['ɡɢ', 'g'],
    ['һнʜ', 'h'],
    ['іιıɩɪ', 'i'],
    ['јʝᴊ', 'j'],
    ['кκᴋ', 'k'],
    ['ӏⅼʟ', 'l'],
    ['мμᴍ', 'm'],
    ['пηɴ', 'n'],
    ['оοσօᴏ', 'o'],
    ['рρᴘ', 'p'],
    ['ԛ', 'q'],
    ['гѓʀ', 'r'],
    ['ѕꜱ', 's'],
    ['тτᴛ', 't'],
    ['υսᴜ', 'u'],
    ['ѵνᴠ', 'v'],
    ['ѡωᴡ', 'w'],
    ['хχ', 'x'],
    ['уγүʏ', 'y'],
    ['œ', 'oe'],
    ['æ', 'ae'],
    ['ß', 'ss'],
    ['ø', 'o'],
    ['ł', 'l'],
    ['đ', 'd'],
    ['ꜰ', 'f'],
    ['ᴢ', 'z'],
    ['’‘ʼ´`ʹ′＇', "'"],
  ].flatMap(([from, to]) => Array.from(from ?? '', (letter) => [letter, to] as const)),
);
const LOOK_ALIKE = new RegExp(`[${Object.keys(LOOK_ALIKES).join('')}]`, 'gu');

/** Marks, format characters, variation selectors and fillers: nothing a reader sees. */
const UNSEEN = /[\p{M}\p{Cf}\u115f\u1160\u3164\uffa0\u2800]/gu;
/** Letters in boxes and circles, which Unicode does not decompose. */
const BOXED = /[\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu;
const unbox = (letter: string) =>
  String.fromCharCode(97 + (((letter.codePointAt(0) ?? 0) - 0x1f130) % 32));

/**
 * The same words in plain small Latin letters: compatibility forms resolved, invisible
 * characters and accents gone, look-alikes of other alphabets replaced, apostrophes straight.
 * Folding twice changes nothing more.
 */
export function foldCharacters(text: string): string {
  // Most messages are plain; the six passes below are for the others.
  if (/^[\n -~]*$/.test(text)) return text.toLowerCase().replaceAll('`', "'");
  return text
    .replace(/[’‘ʼ´`ʹ′]/g, "'")
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .replace(BOXED, unbox)
    .replace(LOOK_ALIKE, (letter) => LOOK_ALIKES[letter] ?? letter)
    .normalize('NFC')
    .replace(/[\t\v\f\r\p{Z}]/gu, ' ');
}
