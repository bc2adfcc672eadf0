import type { LanguageWire, StepWire } from '../../../bot-flows/author/page/page-wire.ts';

/** The first thing a step says, or else what it asks; nothing when it does neither. */
export function firstWords({ texts }: StepWire, language: LanguageWire): string {
  const { bubbles, card } = texts[language];
  return bubbles.find(({ wordings }) => wordings[0])?.wordings[0]?.text ?? card ?? '';
}

/** The beginning of a text, cut between words where it can be. */
export function excerpt(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}…`;
}
