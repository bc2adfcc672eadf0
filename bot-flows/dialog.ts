/** Something a participant can tap instead of typing. */
export interface Choice {
  /** Stable within its question; what comes back in `turn:send { choice }`. */
  readonly id: string;
  readonly label: string;
}

/** One bubble. The choices, if any, belong to the last bubble of a reply. */
export interface Saying {
  readonly text: string;
  readonly choices?: readonly Choice[];
  /** Under this name the person's device, and nobody else, keeps what they answer to it. */
  readonly keepAs?: string;
  /** Seconds of a breath, and how many: a screen may breathe along. */
  readonly breath?: { readonly in: number; readonly out: number; readonly times: number };
}

/** What the dialogue may know of the person and the house; nothing here names anybody. */
export interface DialogContext {
  /** BCP 47 tag of the language to speak, e.g. `fr`. */
  readonly locale: string;
  /** How French speaks to the person, set per site. */
  readonly address: 'tu' | 'vous';
  /** Name of the service as people know it, from `site.yaml`. */
  readonly siteName: string;
  /** Whether a person is on duty now, so that nothing is promised that can't be kept. */
  readonly peopleAvailable: boolean;
  /** ISO 3166-1 code of the country whose helplines are named, e.g. `FR`. */
  readonly country: string;
  /** When it is said, so that no line is named that is closed now without saying so. */
  readonly now: Date;
  /**
   * Ids of helplines past their date that an operator has confirmed within the year; whoever
   * puts the dialogue together may add them.
   */
  readonly confirmedLines?: readonly string[];
  readonly ageBand?: 'under-15' | '15-17' | '18-25' | 'adult' | 'senior';
  /** The site's opening hours now; left out where it has none. */
  readonly hours?: 'open' | 'closed' | 'holiday';
  /** Who answers this conversation now; with the bot when left out. */
  readonly handling?: 'with-bot' | 'awaiting-responder' | 'with-responder' | 'closed';
  /** Languages of the site, for who asks for another; all when left out. */
  readonly languages?: readonly string[];
}

export interface DialogAnswer {
  /** What the person typed, or the label of what they tapped. */
  readonly text: string;
  /** The id of what they tapped, when they tapped. */
  readonly choice?: string;
  /**
   * Signals of the assessment, e.g. `asks-for-human`; `rule-` with the level that the reviewed
   * rules alone see in the message, e.g. `rule-active`; `only-of-another` when it speaks of another
   * person and in no sentence of the writer.
   */
  readonly signals?: readonly string[];
}

/**
 * Why the flow under way is left for an authored text that comes first:
 * a message that shows this level.
 */
export type Occasion = 'passive' | 'active' | 'imminent';

/** Of whom the conversation speaks where it stands. */
export type Subject = 'writer' | 'someone-else';

/** Lines in nobody's voice, about the conversation itself. */
export type Notice =
  | 'responder-joined'
  | 'responder-left'
  | 'nobody-yet'
  | 'closed-by-responder'
  | 'closed-by-participant';

export interface DialogReply {
  /** In order; at most three bubbles. */
  readonly says: readonly Saying[];
  /** Opaque; give it back with the next answer. Versioned: an old one is understood or restarted. */
  readonly flowState: string | null;
  /** The flow broke and `says` is the authored fall-back with helplines. */
  readonly failed: boolean;
  /** What the answer revealed by the question it answers ("yes" to "are you thinking of suicide?"). */
  readonly raises?: 'distress' | 'passive' | 'active' | 'imminent';
  /** The person asked for a human being, or to end the conversation. */
  readonly request?: 'person' | 'end';
  /** The person asked to go on in this language; give it as `locale` from now on. */
  readonly language?: 'fr' | 'en';
}

/**
 * Answers a turn from the flows. Remembers nothing itself: state goes in and comes out.
 * Every method answers in every case: a failing flow gives its fall-back text and
 * `failed: true`, never a rejected promise.
 */
export interface Dialog {
  /** The first words, before the person has written anything. */
  open(context: DialogContext): Promise<DialogReply>;
  /** @param flowState what the last reply gave back; `null` starts again at the beginning. */
  reply(
    flowState: string | null,
    answer: DialogAnswer,
    context: DialogContext,
  ): Promise<DialogReply>;
  /**
   * Says the safety text for an occasion and goes on from there; on repetition in other words.
   * @param answer the message that shows it, when there is one: within the talk about this
   *   danger it is heard as an answer, so that a person who has answered isn't asked afresh.
   */
  enter(
    occasion: Occasion,
    flowState: string | null,
    context: DialogContext,
    answer?: DialogAnswer,
  ): Promise<DialogReply>;
  /**
   * Says, in their own language, that the program doesn't read it, with the numbers; more briefly
   * at repetition. The flow stays where it is.
   * @param message `language`: ISO 639-1 code of the language it is in; `urgent`: danger was seen
   *   in it all the same, so that the numbers are said again.
   */
  unread(
    message: { readonly language: string; readonly urgent: boolean },
    flowState: string | null,
    context: DialogContext,
  ): Promise<DialogReply>;
  /** Whose danger the talk is about: "she has a plan" isn't the writer's own. */
  subjectOf(flowState: string | null): Subject;
  /** @param values `name` and `role` of the responder, where the notice names one. */
  notice(notice: Notice, context: DialogContext, values?: { name?: string; role?: string }): string;
  /** The authored text for when nothing else can be said: honest, with the numbers. */
  fallback(context: DialogContext): string;
}
