import { LANGUAGES, type Language } from '../../engine/languages.ts';
import type { RunStep } from '../../engine/run-flow.ts';
import type { Look } from './desk.ts';
import { doorsInto } from './doors-into.ts';
import { findingsOf, isIn } from './findings-of.ts';
import { flowPlaces } from './flow-place.ts';
import { stepLines } from './line-finder.ts';
import type { FlowWire, SettingWire, StepTextsWire, StepWire } from './page-wire.ts';
import { saidTexts } from './said-texts.ts';
import { settingContext } from './setting-context.ts';
import { signingOf } from './signing-of.ts';
import { waysOf } from './ways-of.ts';

/** One flow with everything an author wants to see of it; nothing when there is none of this name. */
export function flowView(
  look: Look,
  id: string,
  setting: SettingWire,
  now: Date,
): FlowWire | undefined {
  const { draft, places, problems } = look;
  const loaded = draft.flows.get(id);
  if (!loaded) return undefined;
  const { flow } = loaded;
  const place = flowPlaces(places).get(id);
  const lines = place ? stepLines(place.spot) : new Map();
  const lineIn = (file: string, step: string): number | null =>
    lines.get(`${place?.spot.shown}/${file}`)?.get(step) ?? null;
  const textsOf = (language: Language, name: string, step: RunStep): StepTextsWire => ({
    line: lineIn(`${language}.yaml`, name),
    ...saidTexts(draft, step, loaded.texts[language][name], settingContext(setting, language, now)),
  });
  const steps = Object.entries(flow.steps);
  return {
    id,
    kind: place?.kind ?? 'flow',
    about: flow.about,
    version: flow.version,
    start: flow.start,
    place: place?.spot.shown ?? null,
    steps: steps.map(([name, step]) => ({
      ...stepOf(name, step),
      line: lineIn('flow.yaml', name),
      texts: Object.fromEntries(
        LANGUAGES.map((language) => [language, textsOf(language, name, step)]),
      ) as Record<Language, StepTextsWire>,
    })),
    ways: steps.flatMap(([name, step]) => waysOf(flow, name, step)),
    doors: doorsInto(draft, flow),
    findings: place
      ? findingsOf(
          problems.filter((one) => isIn(place, one)),
          lines,
        )
      : [],
    signing: signingOf(look).get(place?.signable ?? '') ?? null,
  };
}

const stepOf = (id: string, step: RunStep): Omit<StepWire, 'line' | 'texts'> => ({
  id,
  asks: step.ask ?? null,
  ends: step.end ? 'end' : step.return ? 'return' : null,
  calls: step.call ?? null,
  requests: step.request ?? null,
  keeps: step['save-as'] ?? null,
});
