import type { StepWire, WayWire } from '../../../bot-flows/author/page/page-wire.ts';
import type { AuthorStrings } from './author-strings.ts';

/**
 * When a way is taken, in a few words: what is tapped as it stands on the button, then what else
 * must hold. Empty for a way that is always taken.
 */
export function wayWords(
  way: WayWire,
  step: StepWire | undefined,
  language: 'fr' | 'en',
  { ways, values }: AuthorStrings,
): string {
  const options = step?.texts[language].options ?? [];
  const labelOf = (id: string) =>
    id === 'text'
      ? ways.ownWords
      : options.find((one) => one.id === id)?.label || (step?.calls && values[id]) || id;
  const parts = [
    ways.kinds[way.kind],
    way.when.map(labelOf).join(', '),
    ...way.conditions.map(({ name, values }) => ways.condition(name, values)),
    way.raises === null ? '' : ways.raises(way.raises),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
