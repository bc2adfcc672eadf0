import { many } from './flow.ts';
import type { Place } from './flow-state.ts';
import type { Library } from './library.ts';
import { bubbleOf } from './texts.ts';
import { speak, stepAt, type Turn, textsAt } from './turn.ts';
import { remember } from './voice.ts';

export const MOST_BUBBLES = 3;
/** The flow that answers what people may say at any moment. */
export const GLOBAL = 'everywhere';

/** The place where conversations begin. */
export function startOf(library: Library): Place {
  for (const { flow } of library.flows.values()) {
    if (flow.entries?.['first-question'] !== undefined) return { flow: flow.id, step: flow.start };
  }
  throw new Error('no flow has the entry "first-question"');
}

/** Says the bubbles of an entry without going there. */
export function sayEntry(turn: Turn, flowId: string, entry: string): void {
  const step = turn.library.flows.get(flowId)?.flow.entries?.[entry];
  if (step !== undefined) sayStepOf(turn, { flow: flowId, step });
}

/** Says the bubbles of a step without going there. */
export function sayStepOf(turn: Turn, { flow, step }: Place): void {
  const { counts } = turn.state;
  const time = counts[`${flow}.${step}`] ?? 0;
  counts[`${flow}.${step}`] = time + 1;
  turn.library.watch?.reached(flow, step);
  for (const name of many(stepAt(turn.library, flow, step).say)) {
    const bubble = bubbleOf(textsAt(turn, flow, step), name);
    if (bubble) speak(turn, turn.voice.say(bubble, time, turn.state.said));
  }
}

/**
 * Says what speaks here and who reads, to somebody who hasn't been told, as soon as there is
 * room for it; never into a moment of danger.
 */
export function disclose(turn: Turn): void {
  const { library, state, says } = turn;
  const start = startOf(library);
  const entries = library.flows.get(start.flow)?.flow.entries;
  const told = [start.step, entries?.['first-words']].some(
    (step) => (state.counts[`${start.flow}.${step}`] ?? 0) > 0,
  );
  if (told || says.length >= MOST_BUBBLES || inDanger(turn)) return;
  const answered = says.splice(0);
  sayEntry(turn, start.flow, 'first-words');
  says.push(...answered);
  for (const { text } of answered) state.said = remember(state.said, text);
}

function inDanger({ library, state }: Turn): boolean {
  return [...library.flows.values()].some(({ flow }) => {
    const step = flow.entries?.imminent;
    return step !== undefined && (state.counts[`${flow.id}.${step}`] ?? 0) > 0;
  });
}
