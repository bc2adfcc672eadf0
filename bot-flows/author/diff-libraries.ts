import type { DialogContext } from '../dialog.ts';
import type { Library } from '../engine/library.ts';
import { lineDiff } from './line-diff.ts';
import { written } from './transcript.ts';
import { exploreFlow } from './walks/explore-flow.ts';
import { type Move, repliesAlong, type Walk, walkKey } from './walks/move.ts';

/**
 * What people would hear otherwise: every walk through either version, played in both, and the
 * lines that differ, each told once.
 * @returns nothing when they sound alike.
 */
export function diffLibraries(
  before: Library,
  after: Library,
  context: DialogContext,
  only: readonly string[] = [],
): readonly string[] {
  const ids = [...new Set([...before.flows.keys(), ...after.flows.keys()])].sort();
  return ids
    .filter((id) => only.length === 0 || only.includes(id))
    .flatMap((id) => diffFlow(before, after, id, context));
}

function diffFlow(
  before: Library,
  after: Library,
  id: string,
  context: DialogContext,
): readonly string[] {
  if (!after.flows.has(id)) return [`- the flow "${id}" is gone`, ''];
  if (!before.flows.has(id)) return [`+ the flow "${id}" is new`, ''];
  const walks = new Map<string, Walk>();
  for (const library of [after, before]) {
    for (const walk of exploreFlow(library, id, context).walks) walks.set(walkKey(walk), walk);
  }
  const told = new Set<string>();
  const out: string[] = [];
  for (const walk of walks.values()) {
    const lines = lineDiff(scriptOf(before, walk, context), scriptOf(after, walk, context));
    const news = lines.filter(({ kind, text }) => kind !== 'same' && !told.has(`${kind}${text}`));
    if (news.length === 0) continue;
    for (const { kind, text } of news) told.add(`${kind}${text}`);
    out.push(
      `── ${id}, from ${walk.from.step}${circumstances(walk)}`,
      ...lines.map(({ kind, text }) => SIGN[kind] + text),
      '',
    );
  }
  return out;
}

/** What has to be so for a walk to go as it does, in an author’s words. */
function circumstances({ who, past }: Walk): string {
  const { been = [], justBeen = [], saved = {}, shows = [], probed } = past;
  const told = [
    ...Object.entries({ ...who, ...saved }).map(([name, value]) => `${name} ${value}`),
    ...[...been, ...justBeen].map((step) => `after ${step}`),
    ...(probed === undefined ? [] : [`probed ${probed} turns running`]),
    ...(shows.length > 0 ? [`heard ${shows.join(' and ')}`] : []),
  ];
  return told.length > 0 ? ` (${[...new Set(told)].join(', ')})` : '';
}

const SIGN = { same: '  ', gone: '- ', new: '+ ' } as const;

/** A walk as a transcript; where it can't go on in this version, it says so. */
function scriptOf(library: Library, walk: Walk, context: DialogContext): readonly string[] {
  const { from, moves } = walk;
  if (!library.flows.get(from.flow)?.flow.steps[from.step]) return [`(no step "${from.step}")`];
  const replies = repliesAlong(library, walk, context);
  return replies.flatMap((reply, index) => {
    const move = moves[index];
    const said =
      move && ('say' in move ? wordsOf(move) : labelOf(reply.says.at(-1)?.choices, move.tap));
    return [...written(reply), ...(said === undefined ? [] : [`> ${said}`])];
  });
}

const wordsOf = ({ say, shows = [] }: Extract<Move, { say: string }>): string =>
  shows.length > 0 ? `${say} {${shows.join(', ')}}` : say;

const labelOf = (
  choices: readonly { readonly id: string; readonly label: string }[] | undefined,
  id: string,
): string => `[${choices?.find((choice) => choice.id === id)?.label ?? `${id}: not offered`}]`;
