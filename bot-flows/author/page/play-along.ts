import type { DialogContext, DialogReply } from '../../dialog.ts';
import { languagesAtHand } from '../../engine/at-hand.ts';
import { enter, openAt, reply } from '../../engine/converse.ts';
import { readState } from '../../engine/flow-state.ts';
import { heardIn } from '../../engine/heard-signals.ts';
import type { Library } from '../../engine/library.ts';
import { noticeText } from '../../engine/notice-text.ts';
import { createVoice } from '../../engine/voice.ts';
import { OCCASIONS, occasionOf } from '../occasion-of.ts';
import type { MoveWire, PlayedWire, PlayWire } from './page-wire.ts';
import { settingContext } from './setting-context.ts';

/**
 * Plays a whole conversation from its first words, so that after a change of a text or of the
 * setting the same conversation is heard anew.
 * @returns one turn more than there are moves; nothing when there is no such flow or step.
 */
export function playAlong(
  library: Library,
  { flow: id, step, language, setting, moves }: PlayWire,
  now: Date,
): readonly PlayedWire[] | undefined {
  const flow = library.flows.get(id)?.flow;
  if (!flow || (step !== undefined && !flow.steps[step])) return undefined;
  const context = settingContext(setting, language, now);
  const occasion = step === undefined ? occasionOf(flow) : undefined;
  let last = turn(library, null, context, (eyes) =>
    occasion
      ? enter(eyes, occasion, null, context)
      : openAt(eyes, { flow: id, step: step ?? flow.start }, context),
  );
  const turns = [last.played];
  for (const move of moves) {
    const { flowState, locale } = last;
    const spoken = { ...context, locale };
    last = turn(library, flowState, spoken, (eyes) => answered(eyes, flowState, move, spoken));
    turns.push({
      ...last.played,
      isSafety: occasionIn(move) !== undefined,
      heard: move.choice === undefined ? heardIn(move.text, wordsAtHand(library, spoken)) : [],
    });
  }
  return turns;
}

interface Turn {
  readonly played: PlayedWire;
  readonly flowState: string | null;
  /** The language in which it goes on. */
  readonly locale: string;
}

/** As the server has a turn answered: the safety text before any flow. */
function answered(
  library: Library,
  flowState: string | null,
  move: MoveWire,
  context: DialogContext,
): DialogReply {
  const { text, choice, level, signals } = move;
  const answer = {
    text,
    signals: [...signals, `rule-${level}`],
    ...(choice !== undefined && { choice }),
  };
  const occasion = occasionIn(move);
  return occasion
    ? enter(library, occasion, flowState, context, answer)
    : reply(library, flowState, answer, context);
}

const occasionIn = ({ level }: MoveWire) => OCCASIONS.find((one) => one === level);

const wordsAtHand = (library: Library, context: DialogContext) =>
  languagesAtHand(library, createVoice(library, context));

/** One turn and the steps it goes through; where it breaks, what people would hear and why. */
function turn(
  library: Library,
  before: string | null,
  context: DialogContext,
  act: (library: Library) => DialogReply,
): Turn {
  const through: string[] = [];
  const watch = {
    reached: (flow: string, step: string) => void through.push(`${flow}.${step}`),
    taken: () => undefined,
  };
  try {
    const { says, flowState, raises, request, language } = act({ ...library, watch });
    return {
      flowState,
      locale: language ?? context.locale,
      played: {
        ...NOTHING,
        says: says.map(({ text, choices = [] }) => ({ text, choices })),
        at: placeIn(flowState),
        through,
        raises: raises ?? null,
        requests: request ?? null,
        language: language ?? null,
      },
    };
  } catch (error) {
    const text = fallback(library, context);
    return {
      flowState: null,
      locale: context.locale,
      played: {
        ...NOTHING,
        says: [{ text, choices: [] }],
        at: placeIn(before),
        through,
        broke: (error as Error).message,
      },
    };
  }
}

const NOTHING: PlayedWire = {
  says: [],
  at: null,
  through: [],
  isSafety: false,
  heard: [],
  raises: null,
  requests: null,
  language: null,
  broke: null,
};

function placeIn(flowState: string | null): string | null {
  const state = flowState === null ? null : readState(flowState);
  return state && `${state.flow}.${state.step}`;
}

/** Itself a text that may be amiss. */
function fallback(library: Library, context: DialogContext): string {
  try {
    return noticeText(library, 'fallback', context);
  } catch {
    return '…';
  }
}
