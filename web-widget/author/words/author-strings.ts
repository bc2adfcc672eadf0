import type {
  DoorWire,
  FlowKindWire,
  LevelWire,
  SignatureWire,
  StepWire,
  WayWire,
} from '../../../bot-flows/author/page/page-wire.ts';

/** The words of the author's page, in one language. */
export interface AuthorStrings {
  readonly title: string;
  readonly flow: string;
  readonly kinds: Readonly<Record<FlowKindWire, string>>;
  readonly toMend: (count: number) => string;
  readonly toMendHere: (count: number) => string;
  readonly nothingToMend: string;
  readonly live: Readonly<Record<'reading' | 'live' | 'lost', string>>;
  readonly notCurrent: string;
  /** Nothing leads to this flow. */
  readonly noWayIn: string;
  readonly noSuchFlow: (id: string) => string;
  readonly parts: Readonly<Record<'map' | 'step' | 'talk' | 'findings' | 'signing', string>>;
  readonly partsOfPage: string;

  /** Ages, hours and the like, by the name they have in the files. */
  readonly values: Readonly<Record<string, string>>;
  readonly setting: {
    readonly title: string;
    readonly address: string;
    readonly age: string;
    readonly ageUntold: string;
    readonly people: string;
    readonly hours: string;
    readonly hoursNone: string;
    readonly handling: string;
    readonly country: string;
  };

  readonly map: {
    readonly asMap: string;
    readonly asList: string;
    readonly shownAs: string;
    readonly whole: string;
    readonly around: string;
    readonly extent: string;
    readonly larger: string;
    readonly smaller: string;
    readonly picture: (flow: string) => string;
    readonly skip: string;
    readonly elsewhere: string;
    readonly missing: string;
    readonly here: string;
    readonly visited: string;
    readonly columns: Readonly<Record<'step' | 'says' | 'ways', string>>;
  };

  readonly step: {
    readonly asks: Readonly<Record<NonNullable<StepWire['asks']>, string>>;
    readonly asksNothing: string;
    readonly ends: Readonly<Record<NonNullable<StepWire['ends']>, string>>;
    readonly calls: string;
    readonly requests: Readonly<Record<NonNullable<StepWire['requests']>, string>>;
    readonly keeps: string;
    readonly languages: Readonly<Record<'fr' | 'en', string>>;
    readonly saysNothing: string;
    readonly notWritten: string;
    readonly question: string;
    readonly numbers: string;
    readonly taps: string;
    readonly also: string;
    readonly nth: (index: number, count: number) => string;
    readonly depends: string;
    readonly dimensions: Readonly<Record<string, string>>;
    readonly unsaid: (names: string) => string;
    readonly waysOn: string;
    readonly noWayOn: string;
    readonly comesFrom: string;
    readonly doors: Readonly<Record<DoorWire['kind'], string>>;
    readonly file: string;
  };

  readonly ways: {
    readonly kinds: Readonly<Record<WayWire['kind'], string>>;
    readonly ownWords: string;
    readonly otherwise: string;
    readonly raises: (level: string) => string;
    /** A condition in a few words. */
    readonly condition: (name: string, values: readonly string[]) => string;
  };

  readonly talk: {
    readonly about: (place: string) => string;
    readonly restart: string;
    readonly fromStep: (step: string) => string;
    readonly undo: string;
    readonly language: string;
    readonly follow: string;
    readonly write: string;
    readonly send: string;
    readonly level: string;
    readonly signals: string;
    readonly addSignal: string;
    readonly removeSignal: (name: string) => string;
    readonly program: string;
    readonly person: string;
    readonly safety: string;
    /** What people do at a level, beside what the program says. */
    readonly people: Readonly<Partial<Record<LevelWire, string>>>;
    readonly heard: (names: string) => string;
    readonly raises: (level: string) => string;
    readonly requests: Readonly<Record<'person' | 'end', string>>;
    readonly languageChanged: (language: string) => string;
    readonly broke: (why: string) => string;
    readonly at: (place: string) => string;
    readonly log: string;
    readonly cannotPlay: string;
  };

  readonly findings: {
    readonly elsewhere: string;
    readonly goTo: (step: string) => string;
    readonly inEnglish: string;
  };

  readonly signing: {
    readonly roles: Readonly<Record<SignatureWire['role'], string>>;
    readonly version: (hash: string) => string;
    readonly complete: string;
    readonly missing: (roles: string) => string;
    readonly by: (name: string, role: string, date: string) => string;
    readonly changed: (name: string, date: string) => string;
    readonly how: string;
    readonly onceMended: string;
    readonly yourName: string;
  };
}
