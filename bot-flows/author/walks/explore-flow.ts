import type { DialogContext, DialogReply } from '../../dialog.ts';
import { openAt, reply } from '../../engine/converse.ts';
import { many } from '../../engine/flow.ts';
import { readState } from '../../engine/flow-state.ts';
import { languageOf } from '../../engine/languages.ts';
import type { Library } from '../../engine/library.ts';
import { place, stepAt } from '../../engine/turn.ts';
import { allWays } from './all-ways.ts';
import { doorsInto, flowsWithin } from './doors-into.ts';
import { answerOf, type Move, OTHER_WORDS, repliesAlong, type Walk, walkKey } from './move.ts';
import { walkToBranch } from './walk-to-branch.ts';
import { type Ways, watched } from './watch-ways.ts';

/** Where somebody can stand in a flow, and how they came there. */
interface Stand {
  readonly last: DialogReply;
  readonly walk: Walk;
}

/** More than any flow needs; what is beyond it isn't walked, and coverage says so. */
const MOST_STANDS = 3000;

/**
 * Walks a flow: from every step where people come in, through every answer, and then to each
 * branch that asks for more than that, in a conversation in which it is so. It goes through
 * exercises and questionnaires, and stops where another flow begins.
 * @returns walks that together take every way that was found, none of them in vain.
 */
export function exploreFlow(
  library: Library,
  flowId: string,
  context: DialogContext,
): { readonly walks: readonly Walk[]; readonly ways: ReadonlySet<string> } {
  const ways: Ways = new Set();
  const eyes = watched(library, ways);
  const within = flowsWithin(library, flowId);
  const walks: Walk[] = [];
  const seen = new Set<string>();
  const queue: Stand[] = [];

  const note = (stand: Stand, before: number) => {
    if (ways.size > before) walks.push(stand.walk);
    const key = standKey(stand.last, within);
    if (key === null || seen.has(key) || seen.size >= MOST_STANDS) return;
    seen.add(key);
    queue.push(stand);
  };
  const goOn = () => {
    for (let stand = queue.shift(); stand; stand = queue.shift()) {
      const { last, walk } = stand;
      for (const move of movesAt(library, last)) {
        const answer = answerOf(move, last);
        if (!answer) continue;
        const before = ways.size;
        const next = reply(eyes, last.flowState, answer, { ...context, ...walk.who });
        note({ last: next, walk: { ...walk, moves: [...walk.moves, move] } }, before);
      }
    }
  };

  for (const from of doorsInto(library, flowId)) {
    const before = ways.size;
    const last = openAt(eyes, from, context);
    note({ last, walk: { from, past: {}, who: {}, moves: [] } }, before);
  }
  goOn();
  for (const way of allWays(library, languageOf(context.locale))) {
    const [target = '', taken = ''] = way.split('>');
    if (!target.startsWith(`${flowId}.`) || !/^\d+$/.test(taken) || ways.has(way)) continue;
    const walk = walkToBranch(library, place(target, flowId), Number(taken), context);
    if (!walk) continue;
    const before = ways.size;
    const last = repliesAlong(eyes, walk, context).at(-1);
    if (last) note({ last, walk }, before);
    goOn();
  }
  return { walks: withoutBeginnings(walks), ways };
}

/** Every option, words that fit nothing, and each thing that the step would hear. */
function movesAt(library: Library, { says, flowState }: DialogReply): readonly Move[] {
  const state = readState(flowState ?? '');
  const { hears = [] } = state ? stepAt(library, state.flow, state.step) : {};
  return [
    ...(says.at(-1)?.choices ?? []).map(({ id }) => ({ tap: id })),
    { say: OTHER_WORDS },
    ...hears.flatMap(({ signal }) =>
      many(signal).map((one) => ({ say: OTHER_WORDS, shows: [one] })),
    ),
  ];
}

/** Two stands with one key go on alike, but for the past; `null` outside of the flow. */
function standKey({ flowState }: DialogReply, within: ReadonlySet<string>): string | null {
  const state = flowState === null ? null : readState(flowState);
  if (!state || !within.has(state.flow)) return null;
  const { flow, step, misses, returnTo, tally = {} } = state;
  const sum = Object.values(tally).reduce((total, value) => total + value, 0);
  const callers = returnTo.map((back) => `${back.flow}.${back.step}`);
  return JSON.stringify([flow, step, misses > 0, sum, callers]);
}

/** A walk that another one begins with says nothing of its own. */
function withoutBeginnings(walks: readonly Walk[]): readonly Walk[] {
  const keys = walks.map((walk) => walkKey(walk).slice(0, -1));
  return walks.filter((_, index) => {
    const own = keys[index] ?? '';
    return !keys.some((other) => other.length > own.length && other.startsWith(`${own},`));
  });
}
