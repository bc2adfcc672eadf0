import type { FlowSources } from './flow-sources.ts';
import type { Problem } from './problems.ts';
import { INTENTS } from './words.ts';

const ONCE = ['passive', 'active', 'imminent', 'first-words', 'first-question'];
const EVERYWHERE = [...INTENTS, 'aside', 'lost', 'here'];

/** What all flows together owe: an answer to every occasion and every global wish. */
export function checkLibrary(sources: ReadonlyMap<string, FlowSources>): readonly Problem[] {
  const problems: Problem[] = [];
  const everywhere = sources.get('everywhere')?.flow;
  const root = everywhere?.file ?? 'everywhere/flow.yaml';
  for (const entry of ONCE) {
    const holders = [...sources.values()].filter(({ flow }) => flow.data.entries?.[entry]);
    if (holders.length === 1) continue;
    const names = holders.map(({ flow }) => flow.data.id).join(' and ');
    problems.push({
      file: holders[1]?.flow.file ?? root,
      line: holders[1]?.flow.lineOf(['entries', entry]) ?? 1,
      what: names ? `${names} both have the entry "${entry}"` : `no flow has the entry "${entry}"`,
      fix: 'Give it to one flow',
    });
  }
  for (const wish of EVERYWHERE) {
    if (everywhere?.data.entries?.[wish] !== undefined) continue;
    problems.push({
      file: root,
      line: everywhere?.lineOf(['entries']) ?? 1,
      what: `nothing answers the wish "${wish}"`,
      fix: 'Add it to "entries"',
    });
  }
  const listening = sources.get('check-in')?.flow;
  if (listening?.data.steps.listen?.ask !== 'open') {
    problems.push({
      file: listening?.file ?? root,
      line: 1,
      what: 'the step "check-in.listen" is missing or not open',
      fix: 'Make it an open question: lost threads are taken up there',
    });
  }
  return problems;
}
