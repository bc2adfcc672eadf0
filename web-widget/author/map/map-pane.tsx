import { useMemo, useState } from 'preact/hooks';
import type { FlowWire } from '../../../bot-flows/author/page/page-wire.ts';
import { keepPreference, readPreference } from '../../console/session/preference.ts';
import { useWords } from '../../console/view/words-context.ts';
import { useWidth } from '../../reports/view/use-width.ts';
import { useAuthorWords } from '../view/author-words.ts';
import { Pick } from '../view/pick.tsx';
import { wayWords } from '../words/way-words.ts';
import { around } from './around.ts';
import { excerpt } from './excerpt.ts';
import { layOutMap } from './lay-out-map.ts';
import { type MapEdge, mapGraph } from './map-graph.ts';
import { MapView } from './map-view.tsx';
import { StepList } from './step-list.tsx';
import type { Trail } from './trail.ts';

/** More can't be taken in at once: then it begins with what is round the step in focus. */
const MANY_NODES = 45;
const LONGEST_ROW = 26;
const MOST_ROWS = 3;
const SCALES = [0.4, 0.5, 0.6, 0.75, 0.85, 1, 1.2, 1.5];
/** Smaller than this only who asks for it sees it. */
const SMALLEST_FIT = 0.75;
const SMALL_SCREEN = '(max-width: 720px)';

/** The flow as a map, or as the list that says the same. */
export function MapPane(props: {
  flow: FlowWire;
  focus: string;
  trail: Trail;
  /** Leads past the map for who goes by the keyboard. */
  onSkip: () => void;
}) {
  const { flow, focus, trail } = props;
  const words = useAuthorWords();
  const { language } = useWords();
  const [shown, setShown] = useState(
    readPreference('flow-as') ?? (matchMedia(SMALL_SCREEN).matches ? 'list' : 'map'),
  );
  const [extent, setExtent] = useState<string | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const { ref, width } = useWidth();
  const whole = useMemo(() => mapGraph(flow), [flow]);
  const isPart = extent === null ? whole.nodes.length > MANY_NODES : extent === 'around';
  const map = useMemo(() => {
    const rowsOf = ({ ways }: MapEdge) => {
      const rows = ways.map((way) => {
        const step = flow.steps.find(({ id }) => id === way.from);
        return excerpt(wayWords(way, step, language, words), LONGEST_ROW);
      });
      const told = [...new Set(rows.filter((row) => row !== ''))];
      const rest = told.length - MOST_ROWS;
      return rest > 0 ? [...told.slice(0, MOST_ROWS), `+ ${rest}`] : told;
    };
    return layOutMap(isPart ? around(whole, focus) : whole, rowsOf);
    // The whole stays where it is when another step comes into focus.
  }, [flow, whole, isPart, isPart ? focus : null, language, words]);
  const scale = chosen ?? Math.max(SMALLEST_FIT, Math.min(1, width / map.width));
  const larger = SCALES.find((one) => one > scale);
  const smaller = SCALES.findLast((one) => one < scale);

  return (
    <section class="part map-part" aria-labelledby="part-map" id="at-map">
      <div class="part-head">
        <h2 id="part-map" tabIndex={-1}>
          {words.parts.map}
        </h2>
        <button type="button" class="plain skip" onClick={props.onSkip}>
          {words.map.skip}
        </button>
        <Pick
          label={words.map.shownAs}
          options={[
            ['map', words.map.asMap],
            ['list', words.map.asList],
          ]}
          value={shown}
          onPick={(next) => {
            keepPreference('flow-as', next);
            setShown(next);
          }}
        />
        {shown === 'map' && (
          <>
            <Pick
              label={words.map.extent}
              options={[
                ['whole', words.map.whole],
                ['around', words.map.around],
              ]}
              value={isPart ? 'around' : 'whole'}
              onPick={setExtent}
            />
            <div class="zoom">
              <button
                type="button"
                aria-label={words.map.smaller}
                disabled={smaller === undefined}
                onClick={() => setChosen(smaller ?? scale)}
              >
                −
              </button>
              <button
                type="button"
                aria-label={words.map.larger}
                disabled={larger === undefined}
                onClick={() => setChosen(larger ?? scale)}
              >
                +
              </button>
            </div>
          </>
        )}
      </div>
      <div ref={ref}>
        {shown === 'map' ? (
          <MapView flow={flow} map={map} focus={focus} trail={trail} scale={scale} />
        ) : (
          <StepList flow={flow} focus={focus} trail={trail} />
        )}
      </div>
    </section>
  );
}
