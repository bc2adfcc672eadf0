import { LEVELS } from '../../engine/at-hand.ts';
import { SHAPES } from '../../engine/heard-signals.ts';
import { LANGUAGES } from '../../engine/languages.ts';
import type { Library } from '../../engine/library.ts';
import { RISK_SIGNALS } from '../../engine/risk-signals.ts';
import type { Look } from './desk.ts';
import { findingsOf, isIn } from './findings-of.ts';
import { flowPlaces } from './flow-place.ts';
import type { FlowLineWire, LibraryWire } from './page-wire.ts';
import { signingOf } from './signing-of.ts';

/** The list of flows, and what is amiss beside them. */
export function libraryView(look: Look): LibraryWire {
  const { draft, places, problems, mark, isCurrent } = look;
  const known = flowPlaces(places);
  const signing = signingOf(look);
  const flows = [...draft.flows.values()].map(({ flow }): FlowLineWire => {
    const place = known.get(flow.id);
    return {
      id: flow.id,
      kind: place?.kind ?? 'flow',
      about: flow.about,
      findings: place ? problems.filter((one) => isIn(place, one)).length : 0,
      signed: signing.get(place?.signable ?? '')?.missing.length === 0,
    };
  });
  const shown = flows.flatMap(({ id }) => known.get(id) ?? []);
  const elsewhere = problems.filter((one) => !shown.some((place) => isIn(place, one)));
  return {
    mark,
    isCurrent,
    flows,
    elsewhere: findingsOf(elsewhere),
    signals: signalsIn(draft),
    countries: Object.keys(draft.helplines.countries),
  };
}

/** Everything a message may show; the levels are set beside. */
function signalsIn({ words }: Library): readonly string[] {
  const inWords = LANGUAGES.flatMap((language) => Object.keys(words[language].signals));
  const levels: readonly string[] = Object.values(LEVELS);
  return [...new Set([...RISK_SIGNALS, ...inWords])]
    .filter((name) => !levels.includes(name) && !SHAPES.includes(name as 'question'))
    .sort();
}
