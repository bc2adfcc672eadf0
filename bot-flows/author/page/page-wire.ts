/** What the author's page and its server say to each other. Types alone: the browser reads them too. */

export type LanguageWire = 'fr' | 'en';
export type LevelWire = 'none' | 'distress' | 'passive' | 'active' | 'imminent';
export type AgeWire = 'under-15' | '15-17' | '18-25' | 'adult' | 'senior';

/** Whom a text is said to, and when: what wordings and branches may depend on. */
export interface SettingWire {
  readonly address: 'tu' | 'vous';
  /** Left out for who hasn't told. */
  readonly age?: AgeWire | undefined;
  readonly people: 'available' | 'away';
  /** Left out where the site has no hours. */
  readonly hours?: 'open' | 'closed' | 'holiday' | undefined;
  readonly handling: 'with-bot' | 'awaiting-responder';
  readonly country: string;
}

export interface FindingWire {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** The step it stands in, where it stands in one. */
  readonly step: string | null;
}

export interface SignatureWire {
  readonly role: 'author' | 'clinician';
  readonly name: string;
  readonly date: string;
}

/** Who answers for a text as it stands now. */
export interface SigningWire {
  /** As `npm run flow -- sign` takes it. */
  readonly id: string;
  /** The beginning of the hash that is signed. */
  readonly hash: string;
  readonly signed: readonly SignatureWire[];
  readonly missing: readonly SignatureWire['role'][];
  /** The last signature under an earlier content. */
  readonly earlier: SignatureWire | null;
}

export type FlowKindWire = 'flow' | 'exercise' | 'questionnaire';

/** One line of the list of flows. */
export interface FlowLineWire {
  readonly id: string;
  readonly kind: FlowKindWire;
  readonly about: string;
  readonly findings: number;
  readonly signed: boolean;
}

export interface LibraryWire {
  /** Another one after every change of a file. */
  readonly mark: string;
  /** False when a file can't be read: shown then is what could last be read. */
  readonly isCurrent: boolean;
  readonly flows: readonly FlowLineWire[];
  /** What is to be mended in files of no flow, or of one that can't be read. */
  readonly elsewhere: readonly FindingWire[];
  /** The names of everything a message may show. */
  readonly signals: readonly string[];
  readonly countries: readonly string[];
}

export interface WordingWire {
  /** As it would be said, with its numbers. */
  readonly text: string;
  /** What other wordings it has depend on, such as `address`. */
  readonly depends: readonly string[];
  /** Names in braces for which this country has nothing: there it isn't said. */
  readonly unsaid: readonly string[];
}

export interface BubbleWire {
  readonly name: string;
  /** The first at first, then the others in turn. */
  readonly wordings: readonly WordingWire[];
}

export interface StepTextsWire {
  /** In the file of this language. */
  readonly line: number | null;
  readonly bubbles: readonly BubbleWire[];
  /** The numbers it shows. */
  readonly card: string | null;
  readonly options: readonly {
    readonly id: string;
    readonly label: string;
    readonly also: readonly string[];
  }[];
}

/** One way from a step to another. */
export interface WayWire {
  readonly from: string;
  /** `flow.step`; none where the conversation ends or goes back. */
  readonly to: string;
  readonly kind: 'next' | 'hears' | 'unclear' | 'call' | 'band';
  /** Options by id; `text` for own words; what a call came back with. */
  readonly when: readonly string[];
  /** What else must hold, e.g. `people: [available]`. */
  readonly conditions: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly raises: string | null;
}

/** How people come into a flow without any of its steps leading there. */
export interface DoorWire {
  readonly step: string;
  readonly kind: 'start' | 'moment' | 'resume' | 'signal' | 'step';
  /** Of the moment or the signals; `flow.step` of a step elsewhere. */
  readonly names: readonly string[];
}

export interface StepWire {
  readonly id: string;
  /** In `flow.yaml`. */
  readonly line: number | null;
  readonly asks: 'open' | 'choice' | 'yes-no' | null;
  /** How it ends, when it does. */
  readonly ends: 'end' | 'return' | null;
  readonly calls: string | null;
  readonly requests: 'person' | 'end' | null;
  readonly keeps: string | null;
  readonly texts: Readonly<Record<LanguageWire, StepTextsWire>>;
}

export interface FlowWire {
  readonly id: string;
  readonly kind: FlowKindWire;
  readonly about: string;
  readonly version: number;
  readonly start: string;
  /** Its folder or file. */
  readonly place: string | null;
  readonly steps: readonly StepWire[];
  readonly ways: readonly WayWire[];
  readonly doors: readonly DoorWire[];
  readonly findings: readonly FindingWire[];
  readonly signing: SigningWire | null;
}

/** What the person does: taps, or writes what the reader judges so. */
export interface MoveWire {
  readonly text: string;
  /** The id of the option that was tapped. */
  readonly choice?: string | undefined;
  /** As the classifier would, set by hand. */
  readonly level: LevelWire;
  readonly signals: readonly string[];
}

export interface PlayWire {
  readonly flow: string;
  /** Where it begins; as people come into the flow when left out. */
  readonly step?: string | undefined;
  readonly language: LanguageWire;
  readonly setting: SettingWire;
  readonly moves: readonly MoveWire[];
}

/** What was answered to one move; the first turn answers none. */
export interface PlayedWire {
  readonly says: readonly {
    readonly text: string;
    readonly choices: readonly { readonly id: string; readonly label: string }[];
  }[];
  /** Where the conversation stands now, as `flow.step`. */
  readonly at: string | null;
  /** Steps it came through, as `flow.step`. */
  readonly through: readonly string[];
  /** The safety text came before the flow. */
  readonly isSafety: boolean;
  /** What the words alone show. */
  readonly heard: readonly string[];
  readonly raises: string | null;
  readonly requests: 'person' | 'end' | null;
  /** The language in which it goes on, when it was changed. */
  readonly language: LanguageWire | null;
  /** Why nothing could be answered; people would hear the fall-back text. */
  readonly broke: string | null;
}

export interface PlayedAnswerWire {
  readonly turns: readonly PlayedWire[];
}
