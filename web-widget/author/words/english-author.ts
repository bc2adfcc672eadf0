import type { AuthorStrings } from './author-strings.ts';

const VALUES: Readonly<Record<string, string>> = {
  available: 'there',
  away: 'away',
  open: 'open',
  closed: 'closed',
  holiday: 'holiday',
  minor: 'under 18',
  'under-15': 'under 15',
  '15-17': '15 to 17',
  '18-25': '18 to 25',
  adult: 'adult',
  senior: 'old age',
  'with-bot': 'with the program',
  'awaiting-responder': 'waiting for a person',
  better: 'better',
  same: 'the same',
  worse: 'worse',
  left: 'left',
  fr: 'French',
  en: 'English',
};
const named = (values: readonly string[]) => values.map((one) => VALUES[one] ?? one).join(', ');
const things = (count: number) => (count === 1 ? '1 thing' : `${count} things`);

export const ENGLISH_AUTHOR: AuthorStrings = {
  title: 'Author’s page',
  flow: 'Conversation',
  kinds: { flow: 'Conversations', exercise: 'Exercises', questionnaire: 'Questionnaires' },
  toMend: (count) => `${things(count)} to mend`,
  toMendHere: (count) => `${things(count)} to mend here`,
  nothingToMend: 'Nothing to mend.',
  live: {
    reading: 'Reading the files again…',
    live: 'In step with the files',
    lost: 'The page hears nothing any more: start “npm run flow -- page” again',
  },
  notCurrent:
    'A file can’t be read. The page shows the last version that could be; what is in the way is under “To mend”.',
  noWayIn:
    'Nothing leads to this conversation yet: its words go into words/fr.yaml and words/en.yaml, then their signal into everywhere/flow.yaml.',
  noSuchFlow: (id) => `No conversation is called “${id}”.`,
  parts: {
    map: 'Map',
    step: 'Step',
    talk: 'Try it',
    findings: 'To mend',
    signing: 'Sign-off',
  },
  partsOfPage: 'Parts of the page',

  values: VALUES,
  setting: {
    title: 'To whom, and when',
    address: 'French says',
    age: 'Age',
    ageUntold: 'not told',
    people: 'Team',
    hours: 'Hours',
    hoursNone: 'no hours',
    handling: 'Handling',
    country: 'Country',
  },

  map: {
    asMap: 'Map',
    asList: 'List',
    shownAs: 'Show as',
    whole: 'All of it',
    around: 'Around the step',
    extent: 'Extent',
    larger: 'Larger',
    smaller: 'Smaller',
    picture: (flow) => `Map of “${flow}”: every step is a link`,
    skip: 'Skip the map',
    elsewhere: 'another conversation',
    missing: 'does not exist',
    here: 'the talk is here',
    visited: 'the talk came through here',
    columns: { step: 'Step', says: 'What is said', ways: 'Ways on' },
  },

  step: {
    asks: {
      open: 'Open question: anything fits',
      choice: 'Choice: anything else is asked again',
      'yes-no': 'Yes or no: anything else is asked again',
    },
    asksNothing: 'Asks nothing: goes on at once',
    ends: { end: 'The conversation ends', return: 'Goes back to where one came from' },
    calls: 'Goes through',
    requests: { person: 'Calls a person', end: 'Asks for the end' },
    keeps: 'Kept as',
    languages: { fr: 'French', en: 'English' },
    saysNothing: 'Nothing is said at this step.',
    notWritten: 'Not written in this language yet.',
    question: 'question',
    numbers: 'numbers',
    taps: 'To tap',
    also: 'Understood too:',
    nth: (index, count) => (count > 1 ? `time ${index}` : ''),
    depends: 'depends on',
    dimensions: {
      address: 'tu or vous',
      people: 'the team',
      hours: 'the hours',
      age: 'age',
      handling: 'handling',
    },
    unsaid: (names) => `Not said in this country: it has nothing for ${names}.`,
    waysOn: 'Ways on',
    noWayOn: 'No way on.',
    comesFrom: 'How people come here',
    doors: {
      start: 'at the start',
      moment: 'at the moment',
      resume: 'writing on after the end',
      signal: 'by what is heard:',
      step: 'from',
    },
    file: 'line',
  },

  ways: {
    kinds: {
      next: '',
      hears: '',
      unclear: 'not understood twice',
      call: 'goes through',
      band: 'total',
    },
    ownWords: 'own words',
    otherwise: 'else',
    raises: (level) => `raises to ${level}`,
    condition: (name, values) => {
      switch (name) {
        case 'people':
          return `team ${named(values)}`;
        case 'age':
          return `age: ${named(values)}`;
        case 'hours':
          return `hours: ${named(values)}`;
        case 'handling':
          return named(values);
        case 'country':
          return `country: ${values.join(', ')}`;
        case 'language':
          return `in ${named(values)}`;
        case 'first-time':
          return 'first time';
        case 'after':
          return `after ${values.join(', ')}`;
        case 'every':
          return `every ${values[0]} times`;
        case 'rests':
          return `not in the last ${values[0]} messages`;
        case 'saved':
          return `kept ${values[0]}: ${values.slice(1).join(', ')}`;
        case 'unsaved':
          return `nothing kept as ${values.join(', ')}`;
        case 'heard':
          return `hears ${values.join(', ')}`;
        case 'unheard':
          return `without hearing ${values.join(', ')}`;
        case 'up-to':
          return `up to ${values[0]}`;
        default:
          return [name, ...values].join(' ');
      }
    },
  },

  talk: {
    about: (place) => `Begun at ${place}`,
    restart: 'From the start',
    fromStep: (step) => `From “${step}”`,
    undo: 'Take back the last turn',
    language: 'Language',
    follow: 'The map follows the talk',
    write: 'Write as the person',
    send: 'Send',
    level: 'Level of this message, set by hand',
    signals: 'Signals of this message',
    addSignal: 'Add a signal…',
    removeSignal: (name) => `Remove ${name}`,
    program: 'Program',
    person: 'The person',
    safety: 'safety text, before any conversation',
    people: {
      passive: 'a person will read this message',
      active: 'a person is called',
      imminent: 'a person is called before all others',
    },
    heard: (names) => `heard in the words: ${names}`,
    raises: (level) => `this answer raises the level to ${level}`,
    requests: { person: 'a person is called', end: 'the end is asked for' },
    languageChanged: (language) => `goes on in ${VALUES[language] ?? language}`,
    broke: (why) => `This couldn’t be said (${why}). People would hear the fall-back text.`,
    at: (place) => `step ${place}`,
    log: 'The conversation tried',
    cannotPlay: 'This step is gone. Begin again from the start.',
  },

  findings: {
    elsewhere: 'In other files',
    goTo: (step) => `See “${step}”`,
    inEnglish: '',
  },

  signing: {
    roles: { author: 'author', clinician: 'clinician' },
    version: (hash) => `Version ${hash}`,
    complete: 'Signed by both roles as it stands.',
    missing: (roles) => `Still to sign: ${roles}.`,
    by: (name, role, date) => `${name}, ${role}, on ${date}`,
    changed: (name, date) => `Changed since ${name} signed it on ${date}.`,
    how: 'To sign, in the terminal:',
    onceMended: 'It can be signed once nothing is left to mend.',
    yourName: 'First Last',
  },
};
