import { GLOBAL, sayStepOf } from './entries.ts';
import { many } from './flow.ts';
import type { Place } from './flow-state.ts';
import { note, rests } from './rests.ts';
import { bubbleOf, wordingsOf } from './texts.ts';
import { place, shows, stepAt, type Turn, textsAt } from './turn.ts';

/** So many messages a feeling isn't named again. */
const RESTS = 3;

/**
 * Names what was heard, before the conversation goes on: the first of the flow's list that the
 * message shows, that has a wording left and wasn't named just before.
 * @returns whether anything was said.
 */
export function echo(turn: Turn, here: Place): boolean {
  const { library, state, signals } = turn;
  const own = library.flows.get(here.flow)?.flow.echo;
  const list = own ?? library.flows.get(GLOBAL)?.flow.echo ?? [];
  const home = own ? here.flow : GLOBAL;
  for (const { signal, unless, say, times } of list) {
    if (!shows(signals, signal) || shows(signals, unless)) continue;
    const at = place(say, home);
    const key = `${at.flow}.${at.step}`;
    if ((state.counts[key] ?? 0) >= (times ?? wordings(turn, at))) continue;
    if (!rests(state, key, RESTS)) continue;
    const before = turn.says.length;
    sayStepOf(turn, at);
    note(library, state, at);
    if (turn.says.length > before) return true;
  }
  return false;
}

function wordings(turn: Turn, { flow, step }: Place): number {
  const [name = ''] = many(stepAt(turn.library, flow, step).say);
  const bubble = bubbleOf(textsAt(turn, flow, step), name);
  return bubble === undefined ? 0 : wordingsOf(bubble).length;
}
