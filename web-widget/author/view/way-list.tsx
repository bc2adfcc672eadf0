import type { FlowWire, StepWire } from '../../../bot-flows/author/page/page-wire.ts';
import { useWords } from '../../console/view/words-context.ts';
import { addressOf, placeIn } from '../state/place.ts';
import { wayWords } from '../words/way-words.ts';
import { useAuthorWords } from './author-words.ts';

/** Where a step leads, in the order in which the ways are tried. */
export function WayList({ flow, step }: { flow: FlowWire; step: StepWire }) {
  const words = useAuthorWords();
  const { language } = useWords();
  const ways = flow.ways.filter(({ from }) => from === step.id);
  if (ways.length === 0) {
    return <p class="quiet">{step.ends ? words.step.ends[step.ends] : words.step.noWayOn}</p>;
  }
  return (
    <ul class="ways">
      {ways.map((way) => {
        const said = wayWords(way, step, language, words);
        const name = way.to.startsWith(`${flow.id}.`) ? way.to.slice(flow.id.length + 1) : way.to;
        const place = placeIn(way.to);
        return (
          <li key={JSON.stringify(way)}>
            {said !== '' && <span>{said} → </span>}
            {said === '' && <span>{ways.length > 1 ? `${words.ways.otherwise} ` : ''}→ </span>}
            {place && <a href={addressOf(place)}>{name}</a>}
          </li>
        );
      })}
    </ul>
  );
}
