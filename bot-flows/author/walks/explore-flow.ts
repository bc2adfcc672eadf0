import type { DialogContext, DialogReply } from '../../dialog.ts';
import { openAt, reply } from '../../engine/converse.ts';
import { readState } from '../../engine/flow-state.ts';
import type { Library } from '../../engine/library.ts';
import { type Crossroads, crossroadsOf } from './crossroads.ts';
import { answerOf, type Move, OTHER_WORDS, type Walk } from './move.ts';
import { type Ways, watched } from './watch-ways.ts';

/** Where somebody can stand in a flow, and how they came there. */
interface Stand {
  readonly last: DialogReply;
  readonly walk: Walk;
}

/** More than any flow needs; what is beyond it isn't walked, and coverage says so. */
const MOST_STANDS = 3000;

/**
 * Walks a flow in every way that makes a difference: from every step where people come in,
 * through every answer, for as long as something is another than before (what was visited or
 * kept that a branch asks for). It goes through exercises and questionnaires, and stops where
 * another flow begins.
 * @returns walks that together take every way that was found, none of them in vain.
 */
export function exploreFlow(
  library: Library,
  flowId: string,
  context: DialogContext,
): { readonly walks: readonly Walk[]; readonly ways: ReadonlySet<string> } {
  const ways: Ways = new Set();
  const eyes = watched(library, ways);
  const roads = crossroadsOf(library, flowId);
  const walks: Walk[] = [];
  const seen = new Set<string>();
  const queue: Stand[] = [];

  const note = (stand: Stand, before: number) => {
    if (ways.size > before) walks.push(stand.walk);
    const key = standKey(stand.last, roads);
    if (key === null || seen.has(key) || seen.size >= MOST_STANDS) return;
    seen.add(key);
    queue.push(stand);
  };

  for (const from of roads.doors) {
    for (const been of roads.pasts) {
      const before = ways.size;
      const last = openAt(eyes, from, context, been);
      note({ last, walk: { from, been, moves: [] } }, before);
    }
  }
  for (let index = 0; index < queue.length; index++) {
    const { last, walk } = queue[index] as Stand;
    for (const move of movesAt(last)) {
      const answer = answerOf(move, last);
      if (!answer) continue;
      const before = ways.size;
      const next = reply(eyes, last.flowState, answer, context);
      note({ last: next, walk: { ...walk, moves: [...walk.moves, move] } }, before);
    }
  }
  return { walks: withoutBeginnings(walks), ways };
}

const movesAt = ({ says }: DialogReply): readonly Move[] => [
  ...(says.at(-1)?.choices ?? []).map(({ id }) => ({ tap: id })),
  { say: OTHER_WORDS },
];

/** Two stands with one key go on alike; `null` outside of the flow. */
function standKey({ flowState }: DialogReply, roads: Crossroads): string | null {
  const state = flowState === null ? null : readState(flowState);
  if (!state || !roads.flows.has(state.flow)) return null;
  const step = `${state.flow}.${state.step}`;
  const visits = (key: string) => state.counts[key] ?? 0;
  return JSON.stringify([
    step,
    state.misses > 0,
    roads.visited.map((key) => (visits(key) > 0 ? 1 : 0)).join(''),
    roads.counted.map(({ key, every }) => nearness(visits(key), every)).join(''),
    state.saved,
    Object.values(state.tally ?? {}).reduce((sum, value) => sum + value, 0),
    state.returnTo.length,
  ]);
}

/** Whether a visit counts, the next one will, or neither: more isn't worth telling apart. */
const nearness = (visits: number, every: number): string =>
  visits % every === 0 ? 'now' : visits % every === every - 1 ? 'next' : '';

/** A walk that another one begins with says nothing of its own. */
function withoutBeginnings(walks: readonly Walk[]): readonly Walk[] {
  const key = ({ from, been, moves }: Walk) => JSON.stringify([from, been, ...moves]).slice(0, -1);
  const keys = walks.map(key);
  return walks.filter((walk) => {
    const own = key(walk);
    return !keys.some((other) => other.length > own.length && other.startsWith(`${own},`));
  });
}
