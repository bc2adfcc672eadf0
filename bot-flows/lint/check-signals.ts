import { LEVELS, ONLY_OF_ANOTHER } from '../engine/at-hand.ts';
import { type Flow, many } from '../engine/flow.ts';
import { SHAPES } from '../engine/heard-signals.ts';
import { LANGUAGES } from '../engine/languages.ts';
import type { Problem } from '../engine/problems.ts';
import { RISK_SIGNALS } from '../engine/risk-signals.ts';
import { branchesOf } from '../engine/run-flow.ts';
import type { LibrarySources } from './flow-sources.ts';
import { reporter } from './reporter.ts';

/** The level that a message shows, and that the reviewed rules alone see in it. */
const OF_LEVELS = Object.values(LEVELS).flatMap((name) => [name, name.replace('level-', 'rule-')]);

/** Signals that flows name and nothing hears. */
export function checkSignals({ flows, words }: LibrarySources): readonly Problem[] {
  const problems: Problem[] = [];
  const heard = new Set<string>([
    ...RISK_SIGNALS,
    ...SHAPES,
    ...OF_LEVELS,
    ONLY_OF_ANOTHER,
    ...LANGUAGES.flatMap((language) => Object.keys(words[language].data.signals)),
  ]);
  for (const { flow } of flows.values()) {
    const report = reporter(flow, problems);
    for (const { path, names } of namedIn(flow.data)) {
      for (const name of names.filter((one) => !heard.has(one))) {
        const fix = 'Name one of the classifier’s, or give it words in words/fr.yaml and en.yaml';
        report('unknown-signal', path, `no signal is "${name}"`, fix);
      }
    }
  }
  return problems;
}

function namedIn(
  flow: Flow,
): { readonly path: readonly PropertyKey[]; readonly names: readonly string[] }[] {
  return [
    ...(flow['on-signal'] ?? []).map((entry, index) => ({
      path: ['on-signal', index],
      names: [...many(entry.with)],
    })),
    ...(['on-signal', 'echo', 'learns'] as const).flatMap((list) =>
      (flow[list] ?? []).map(({ signal, unless }, index) => ({
        path: [list, index],
        names: [...many(signal), ...many(unless)],
      })),
    ),
    ...Object.entries(flow.steps).flatMap(([id, step]) => [
      ...(step.hears ?? []).map(({ signal, unless }, index) => ({
        path: ['steps', id, 'hears', index],
        names: [...many(signal), ...many(unless)],
      })),
      ...branchesOf(step).map(({ heard, unheard }, index) => ({
        path: ['steps', id, 'next', index],
        names: [...many(heard), ...many(unheard)],
      })),
    ]),
  ];
}
