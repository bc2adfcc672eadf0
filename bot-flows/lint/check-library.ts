import type { Problem } from '../engine/problems.ts';
import { INTENTS } from '../engine/words.ts';
import { checkSignals } from './check-signals.ts';
import type { LibrarySources } from './flow-sources.ts';
import { reporter } from './reporter.ts';

const ONCE = ['passive', 'active', 'imminent', 'first-words', 'first-question'];
const EVERYWHERE = [...INTENTS, 'aside', 'lost', 'here'];
const NOWHERE = { file: 'everywhere/flow.yaml', lineOf: () => 1 };

/** What all flows together owe: an answer to every occasion, global wish and signal. */
export function checkLibrary(library: LibrarySources): readonly Problem[] {
  const problems: Problem[] = [];
  const { flows } = library;
  const everywhere = flows.get('everywhere')?.flow;
  const report = reporter(everywhere ?? NOWHERE, problems);
  for (const entry of ONCE) {
    const holders = [...flows.values()].filter(({ flow }) => flow.data.entries?.[entry]);
    for (const { flow } of holders.length > 1 ? holders : []) {
      const names = holders.map((one) => one.flow.data.id).join(' and ');
      const what = `${names} both have the entry "${entry}"`;
      reporter(flow, problems)('double-entry', ['entries', entry], what, 'Give it to one flow');
    }
    if (holders.length === 0) {
      report(
        'missing-entry',
        ['entries'],
        `no flow has the entry "${entry}"`,
        'Give it to one flow',
      );
    }
  }
  for (const wish of EVERYWHERE) {
    if (everywhere?.data.entries?.[wish] !== undefined) continue;
    report(
      'missing-entry',
      ['entries'],
      `nothing answers the wish "${wish}"`,
      'Add it to "entries"',
    );
  }
  const listening = flows.get('check-in')?.flow;
  if (listening?.data.steps.listen?.ask !== 'open') {
    const at = reporter(listening ?? everywhere ?? NOWHERE, problems);
    const what = 'the step "check-in.listen" is missing or not open';
    at('no-listening', ['steps', 'listen'], what, 'Make it an open question');
  }
  problems.push(...checkSignals(library));
  return problems;
}
