import { z } from 'zod';

export const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and -');
/** A step of the same flow, or `flow.step`. */
export const Target = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/, 'name a step, or flow.step');
const OneOrMore = z.union([Id, z.array(Id).min(1)]);
const oneOrMoreOf = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)]);

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
  /** What was kept by `save-as`, as ids of options. */
  saved: z.record(Id, OneOrMore).optional(),
  /** `minor` is anybody under eighteen; who hasn’t told their age is none of these. */
  age: oneOrMoreOf(z.enum(AGES)).optional(),
  country: oneOrMoreOf(z.string().regex(/^[A-Z]{2}$/, 'write two capital letters')).optional(),
  hours: oneOrMoreOf(z.enum(['open', 'closed', 'holiday'])).optional(),
  handling: oneOrMoreOf(z.enum(['with-bot', 'awaiting-responder'])).optional(),
  /** Only when `go` has never been visited in this conversation. */
  'first-time': z.literal(true).optional(),
  /** Only when this step has been visited in this conversation. */
  after: Target.optional(),
  /** Only at every n-th visit of the step that holds the branch. */
  every: z.int().min(2).optional(),
  go: Target,
  /** What taking this branch reveals about the person. */
  raises: z.enum(['distress', 'passive', 'active', 'imminent']).optional(),
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
  /** Keeps the id of the option, never the words, under a name that `remembers` declares. */
  'save-as': Id.optional(),
  next: z.union([Target, z.array(Branch).min(1)]).optional(),
  /** Where an answer leads that twice fitted nothing. */
  unclear: Target.optional(),
  /** Runs another flow or step and comes back to `next`. */
  call: Target.optional(),
  /** Goes back to whoever called, or to the question that was interrupted. */
  return: z.literal(true).optional(),
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
   * What `save-as` keeps: `conversation-only`, for as long as the conversation; `device-only`,
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
      }),
    )
    .optional(),
  /** Steps about one subject, during which the `idle` entries of `on-signal` wait. */
  topic: z.array(Id).min(1).optional(),
  /** What was heard is named by this step before an open conversation goes on. */
  echo: z
    .array(z.strictObject({ signal: OneOrMore, say: Target, times: z.int().positive().optional() }))
    .optional(),
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
