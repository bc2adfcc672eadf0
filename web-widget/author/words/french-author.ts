import type { AuthorStrings } from './author-strings.ts';

const several = (count: number, one: string, more: string) => (count < 2 ? one : more);

const VALUES: Readonly<Record<string, string>> = {
  available: 'présente',
  away: 'absente',
  open: 'ouvert',
  closed: 'fermé',
  holiday: 'jour férié',
  minor: 'moins de 18 ans',
  'under-15': 'moins de 15 ans',
  '15-17': '15 à 17 ans',
  '18-25': '18 à 25 ans',
  adult: 'adulte',
  senior: 'grand âge',
  'with-bot': 'avec le programme',
  'awaiting-responder': 'attend une personne',
  better: 'mieux',
  same: 'pareil',
  worse: 'moins bien',
  left: 'laissé',
  fr: 'français',
  en: 'anglais',
};
const named = (values: readonly string[]) => values.map((one) => VALUES[one] ?? one).join(', ');

const LEVELS: Readonly<Record<string, string>> = {
  distress: 'détresse',
  passive: 'passif',
  active: 'actif',
  imminent: 'imminent',
};

export const FRENCH_AUTHOR: AuthorStrings = {
  title: 'Page d’auteur',
  flow: 'Conversation',
  kinds: { flow: 'Conversations', exercise: 'Exercices', questionnaire: 'Questionnaires' },
  toMend: (count) => several(count, `${count} point à reprendre`, `${count} points à reprendre`),
  toMendHere: (count) =>
    several(count, `${count} point à reprendre ici`, `${count} points à reprendre ici`),
  nothingToMend: 'Rien à reprendre.',
  live: {
    reading: 'Relecture des fichiers…',
    live: 'À jour avec les fichiers',
    lost: 'La page ne reçoit plus rien : relancer « npm run flow -- page »',
  },
  notCurrent:
    'Un fichier ne peut pas être lu. La page montre la dernière version lisible ; ce qui bloque est dans « À reprendre ».',
  noWayIn:
    'Rien ne mène encore à cette conversation : ses mots vont dans words/fr.yaml et words/en.yaml, puis leur signal dans everywhere/flow.yaml.',
  noSuchFlow: (id) => `Aucune conversation ne s’appelle « ${id} ».`,
  parts: {
    map: 'Carte',
    step: 'Étape',
    talk: 'Essai',
    findings: 'À reprendre',
    signing: 'Signatures',
  },
  partsOfPage: 'Parties de la page',

  values: VALUES,
  setting: {
    title: 'À qui, et quand',
    address: 'Adresse',
    age: 'Âge',
    ageUntold: 'pas dit',
    people: 'Équipe',
    hours: 'Horaires',
    hoursNone: 'sans horaires',
    handling: 'Suivi',
    country: 'Pays',
  },

  map: {
    asMap: 'Carte',
    asList: 'Liste',
    shownAs: 'Montrer en',
    whole: 'Tout',
    around: 'Autour de l’étape',
    extent: 'Étendue',
    larger: 'Agrandir',
    smaller: 'Réduire',
    picture: (flow) => `Carte de « ${flow} » : chaque étape est un lien`,
    skip: 'Passer la carte',
    elsewhere: 'autre conversation',
    missing: 'n’existe pas',
    here: 'l’essai en est là',
    visited: 'traversée pendant l’essai',
    columns: { step: 'Étape', says: 'Ce qui est dit', ways: 'Suites' },
  },

  step: {
    asks: {
      open: 'Question ouverte : tout convient',
      choice: 'Choix : le reste est redemandé',
      'yes-no': 'Oui ou non : le reste est redemandé',
    },
    asksNothing: 'Ne demande rien : continue aussitôt',
    ends: { end: 'Fin de la conversation', return: 'Retour là d’où l’on venait' },
    calls: 'Passe par',
    requests: { person: 'Appelle une personne', end: 'Demande la fin' },
    keeps: 'Retient sous',
    languages: { fr: 'Français', en: 'Anglais' },
    saysNothing: 'Rien n’est dit à cette étape.',
    notWritten: 'Pas encore écrit dans cette langue.',
    question: 'question',
    numbers: 'numéros',
    taps: 'À toucher',
    also: 'Compris aussi :',
    nth: (index, count) => (count > 1 ? `${index === 1 ? '1re' : `${index}e`} fois` : ''),
    depends: 'dépend de',
    dimensions: {
      address: 'tu ou vous',
      people: 'l’équipe',
      hours: 'l’horaire',
      age: 'l’âge',
      handling: 'le suivi',
    },
    unsaid: (names) => `Pas dit dans ce pays : il n’y a rien pour ${names}.`,
    waysOn: 'Suites',
    noWayOn: 'Aucune suite.',
    comesFrom: 'On y arrive',
    doors: {
      start: 'par le début',
      moment: 'au moment',
      resume: 'en écrivant après la fin',
      signal: 'par ce qui est entendu :',
      step: 'depuis',
    },
    file: 'ligne',
  },

  ways: {
    kinds: {
      next: '',
      hears: '',
      unclear: 'pas compris deux fois',
      call: 'passe par',
      band: 'total',
    },
    ownWords: 'ses propres mots',
    otherwise: 'sinon',
    raises: (level) => `monte à ${LEVELS[level] ?? level}`,
    condition: (name, values) => {
      switch (name) {
        case 'people':
          return `équipe ${named(values)}`;
        case 'age':
          return `âge : ${named(values)}`;
        case 'hours':
          return `horaires : ${named(values)}`;
        case 'handling':
          return named(values);
        case 'country':
          return `pays : ${values.join(', ')}`;
        case 'language':
          return `en ${named(values)}`;
        case 'first-time':
          return 'première fois';
        case 'after':
          return `après ${values.join(', ')}`;
        case 'every':
          return `toutes les ${values[0]} fois`;
        case 'rests':
          return `pas depuis ${values[0]} messages`;
        case 'saved':
          return `retenu ${values[0]} : ${values.slice(1).join(', ')}`;
        case 'unsaved':
          return `rien de retenu sous ${values.join(', ')}`;
        case 'heard':
          return `entend ${values.join(', ')}`;
        case 'unheard':
          return `sans entendre ${values.join(', ')}`;
        case 'up-to':
          return `jusqu’à ${values[0]}`;
        default:
          return [name, ...values].join(' ');
      }
    },
  },

  talk: {
    about: (place) => `Commencé à ${place}`,
    restart: 'Depuis le début',
    fromStep: (step) => `Depuis « ${step} »`,
    undo: 'Reprendre le dernier tour',
    language: 'Langue',
    follow: 'La carte suit l’essai',
    write: 'Écrire comme la personne',
    send: 'Envoyer',
    level: 'Niveau de ce message, mis à la main',
    signals: 'Signaux de ce message',
    addSignal: 'Ajouter un signal…',
    removeSignal: (name) => `Enlever ${name}`,
    program: 'Programme',
    person: 'La personne',
    safety: 'texte de sécurité, avant toute conversation',
    people: {
      passive: 'une personne relira ce message',
      active: 'une personne est appelée',
      imminent: 'une personne est appelée en premier',
    },
    heard: (names) => `entendu dans les mots : ${names}`,
    raises: (level) => `cette réponse monte le niveau à ${LEVELS[level] ?? level}`,
    requests: { person: 'une personne est appelée', end: 'la fin est demandée' },
    languageChanged: (language) => `la suite est en ${VALUES[language] ?? language}`,
    broke: (why) => `Cela n’a pas pu être dit (${why}). On entendrait le texte de secours.`,
    at: (place) => `étape ${place}`,
    log: 'Conversation essayée',
    cannotPlay: 'Cette étape n’existe plus. Recommencer depuis le début.',
  },

  findings: {
    elsewhere: 'Dans les autres fichiers',
    goTo: (step) => `Voir « ${step} »`,
    inEnglish: 'Le vérificateur parle anglais, comme dans le terminal.',
  },

  signing: {
    roles: { author: 'auteur ou autrice', clinician: 'clinicien ou clinicienne' },
    version: (hash) => `Version ${hash}`,
    complete: 'Signée par les deux rôles, telle qu’elle est.',
    missing: (roles) => `Manque la signature : ${roles}.`,
    by: (name, role, date) => `${name}, ${role}, le ${date}`,
    changed: (name, date) => `A changé depuis la signature de ${name}, le ${date}.`,
    how: 'Pour signer, dans le terminal :',
    onceMended: 'On ne signe qu’une fois tout repris.',
    yourName: 'Prénom Nom',
  },
};
