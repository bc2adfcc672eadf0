import { z } from 'zod';
import { LANGUAGES } from './languages.ts';

export const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and -');
/** A step of the same flow, or `flow.step`. */
export const Target = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/, 'name a step, or flow.step');
const OneOrMore = z.union([Id, z.array(Id).min(1)]);
const oneOrMoreOf = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)]);
const Raises = z.enum(['distress', 'passive', 'active', 'imminent']);

export const AGES = ['minor', 'under-15', '15-17', '18-25', 'adult', 'senior'] as const;
/** Where what `save-as` keeps is kept. */
export const MEMORIES = ['conversation-only', 'device-only'] as const;

/**
 * One way on. It is taken when everything it names holds; branches are tried in order.
 * `text` in `when` stands for any answer in the person's own words.
 */
export const Branch = z.strictObject({
  when: OneOrMore.optional(),
  people: z.enum(['available', 'away']).optional(),
  /** What was kept under these names, as ids of options or values. */
  saved: z.record(Id, OneOrMore).optional(),
  /** `minor` is anybody under eighteen; who hasn’t told their age is none of these. */
  age: oneOrMoreOf(z.enum(AGES)).optional(),
  country: oneOrMoreOf(z.string().regex(/^[A-Z]{2}$/, 'write two capital letters')).optional(),
  hours: oneOrMoreOf(z.enum(['open', 'closed', 'holiday'])).optional(),
  handling: oneOrMoreOf(z.enum(['with-bot', 'awaiting-responder'])).optional(),
  /** Only when one of these is spoken, for what exists in one of them alone. */
  language: z.array(z.enum(LANGUAGES)).min(1).optional(),
  /** Only when `go` has never been visited in this conversation. */
  'first-time': z.literal(true).optional(),
  /** Only when this step has been visited in this conversation. */
  after: Target.optional(),
  /** Only at every n-th visit of the step that holds the branch. */
  every: z.int().min(2).optional(),
  /** Only when `go` hasn't been visited in the last n messages. */
  rests: z.int().positive().optional(),
  /** Only when at least so many turns running have asked one of the `probing` questions. */
  probed: z.int().positive().optional(),
  /** Only when none of them was asked in the last n messages. */
  unprobed: z.int().positive().optional(),
  /** Only when nothing was saved under these names. */
  unsaved: OneOrMore.optional(),
  /** Only when the message just written shows one of these, or, with `unheard`, none of them. */
  heard: OneOrMore.optional(),
  unheard: OneOrMore.optional(),
  go: Target,
  /** What taking this branch reveals about the person. */
  raises: Raises.optional(),
});
export type Branch = z.infer<typeof Branch>;

export const Step = z.strictObject({
  /** Names of bubbles in the texts of this step, said in this order. */
  say: OneOrMore.optional(),
  /** Roles of helplines, shown as one bubble: what the country has of them. */
  show: OneOrMore.optional(),
  /** The same as `show`. */
  helplines: OneOrMore.optional(),
  /**
   * Goes through an exercise of `bot-flows/exercises`, then takes `next`; `when` there may name
   * how it went: `better`, `same`, `worse`, `left`.
   */
  exercise: Id.optional(),
  /**
   * Goes through a questionnaire of `bot-flows/questionnaires`, then takes `next`; `when` there
   * may name a band, or `left`.
   */
  questionnaire: Id.optional(),
  /** Asks whether to call a person, and goes on with `next` for who would rather not. */
  offer: z.literal('person').optional(),
  /** How the answer is read: `open` takes any words, the others set aside what doesn't fit. */
  ask: z.enum(['yes-no', 'choice', 'open']).optional(),
  options: z.array(Id).min(1).max(6).optional(),
  /** What an answer in other words than an option's is heard as, first match first. */
  hears: z
    .array(
      z.strictObject({
        signal: OneOrMore,
        unless: OneOrMore.optional(),
        /** Only when the message is no option, no wish and nothing said between the lines. */
        last: z.literal(true).optional(),
        go: Target,
        raises: Raises.optional(),
      }),
    )
    .optional(),
  /** Keeps the id of the option, never the words, under a name that `remembers` declares. */
  'save-as': Id.optional(),
  /** What is kept in mind as soon as the step is reached, by name. */
  keep: z.record(Id, Id).optional(),
  next: z.union([Target, z.array(Branch).min(1)]).optional(),
  /** Where an answer leads that twice fitted nothing. */
  unclear: Target.optional(),
  /** Runs another flow or step and comes back to `next`. */
  call: Target.optional(),
  /** Goes back to whoever called, or to the question that was interrupted. */
  return: z.literal(true).optional(),
  /** The message that led here is answered where the talk stood; only from an occasion. */
  stay: z.literal(true).optional(),
  /** What was heard in the message is named first; only for where an occasion leads. */
  meets: z.literal(true).optional(),
  request: z.enum(['person', 'end']).optional(),
  end: z.literal(true).optional(),
});
export type Step = z.infer<typeof Step>;

export const Flow = z.strictObject({
  schema: z.literal('flow/1'),
  id: Id,
  version: z.int().positive(),
  about: z.string().min(1),
  /** Of old; who answered for the texts stands in `signatures.yaml` beside them. */
  reviewed: z.null().optional(),
  start: Id,
  /**
   * What `save-as`, `keep` and `learns` keep: `conversation-only`, for as long as the conversation; `device-only`,
   * in the person's browser alone, so that the flows can't depend on it.
   */
  remembers: z.record(Id, z.enum(MEMORIES)).optional(),
  /** Steps reached by an occasion or a global wish, by name. */
  entries: z.record(Id, Id).optional(),
  /** Global wishes this flow answers itself, e.g. `bye: leave`. */
  on: z.record(Id, Target).optional(),
  /** What signals in free text lead to, first match first; replaces the list of `everywhere`. */
  'on-signal': z
    .array(
      z.strictObject({
        signal: OneOrMore,
        go: Target,
        /** How often in one conversation; 1 when left out. */
        times: z.int().positive().optional(),
        /**
         * `open`: only at an open question. `idle`: also outside of a topic, so that one subject
         * doesn't cut another short. Always, when left out.
         */
        only: z.enum(['open', 'idle']).optional(),
        /** Only when its words say so: a classifier's guess at a subject isn't enough. */
        by: z.literal('words').optional(),
        /** Not when the message shows one of these too. */
        unless: OneOrMore.optional(),
        /** Only together with one of these. */
        with: OneOrMore.optional(),
        /** Only when nothing was saved under these names. */
        unsaved: OneOrMore.optional(),
        /** Only when something was saved under one of these names. */
        saved: OneOrMore.optional(),
        /**
         * Comes even before the text for this occasion (and lower ones) when a message corrects
         * or denies what it seems to show.
         */
        'even-at': z.enum(['passive', 'active']).optional(),
      }),
    )
    .optional(),
  /** Where it goes on after something said between the lines; the open question's own way, else. */
  onward: Target.optional(),
  /** Steps about one subject, during which the `idle` entries of `on-signal` wait. */
  topic: z.array(Id).min(1).optional(),
  /** What was heard is named by this step before an open conversation goes on. */
  echo: z
    .array(
      z.strictObject({
        signal: OneOrMore,
        unless: OneOrMore.optional(),
        say: Target,
        /** How often in one conversation; as often as it has wordings when left out. */
        times: z.int().positive().optional(),
      }),
    )
    .optional(),
  /** What is kept in mind, under `save-as`, whenever a message shows a signal. */
  learns: z
    .array(
      z.strictObject({
        signal: OneOrMore,
        unless: OneOrMore.optional(),
        'save-as': Id,
        value: Id,
      }),
    )
    .optional(),
  /** Steps about somebody else: what is said there of another person isn't the writer's danger. */
  'someone-else': z.array(Id).min(1).optional(),
  /** Steps said into danger that is there now: an answer that fits them is heard before all else. */
  'danger-now': z.array(Id).min(1).optional(),
  /** Questions about danger. A few running are enough; then there is room for something else. */
  probing: z.array(Id).min(1).optional(),
  /** Where somebody arrives who writes on after an end. */
  resume: Target.optional(),
  steps: z.record(Id, Step),
});
export type Flow = z.infer<typeof Flow>;

export const many = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** `flow.step` for a target named inside `flowId`. */
export const fullTarget = (target: string, flowId: string): string =>
  target.includes('.') ? target : `${flowId}.${target}`;

/** Whether a flow answers danger: it holds the text for an occasion. */
export const isAboutDanger = ({ entries }: Pick<Flow, 'entries'>): boolean =>
  entries?.passive !== undefined ||
  entries?.active !== undefined ||
  entries?.imminent !== undefined;
