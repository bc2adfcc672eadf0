/**
 * What two rows have in common that differ only in case, accents and punctuation: they say the
 * same. Where there are no words (emoji), the text itself.
 */
export function sameWords(turns: readonly string[]): string {
  return turns.map(fold).join(' ⏎ ');
}

function fold(text: string): string {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.replace(/[^\p{L}\p{N}_]+/gu, ' ').trim() || text;
}
