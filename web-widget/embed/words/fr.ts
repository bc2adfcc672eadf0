/**
 * What the widget says in French. `{tu|vous}` holds both addresses, `%` stands for a name or
 * number. Narrow no-break spaces (U+202F) before ; ! ?, no-break spaces (U+00A0) before : and
 * inside « ».
 */
export const words = {
  title: 'Veilleuse, conversation',
  program: 'Programme',
  me: 'Moi',
  person: '%, une personne de l’équipe',
  aPerson: 'Une personne de l’équipe',
  notice: 'Information',
  what: 'Ici, un programme {te|vous} répond, avec des textes écrits par des gens. Des personnes peuvent prendre le relais.',
  unsigned: 'Pour essayer seulement : textes non signés.',
  withBot: 'Un programme {te|vous} répond.',
  awaiting: 'C’est signalé à l’équipe. Personne n’a encore répondu.',
  withResponder: '% {te|vous} répond.',
  withSomeone: 'Une personne {te|vous} répond.',
  closed: 'La conversation est terminée.',
  opening: 'Connexion…',
  away: 'Pas de connexion. On réessaie.',
  unreachable:
    'On n’arrive pas à joindre le service pour l’instant. {Tu peux|Vous pouvez} quand même écrire : c’est gardé ici et envoyé dès que possible. Pour parler à quelqu’un maintenant, voici des numéros.',
  expired:
    'La conversation d’avant a expiré. En voici une nouvelle. Ce qui n’était pas encore parti a été gardé.',
  exit: 'Quitter vite',
  exitHow: 'Ou trois fois la touche Maj.',
  exitLeft: 'Maj : encore % pour quitter',
  exitNote:
    '« Quitter vite » affiche aussitôt une page neutre et oublie la conversation dans ce navigateur. La page où {tu es|vous êtes} reste, elle, dans l’historique du navigateur.',
  numbers: 'Numéros d’urgence',
  allNumbers: 'Tous les numéros',
  all: 'Tous',
  call: 'Appeler le %',
  text: 'Envoyer un SMS au %',
  bySms: 'SMS',
  emergencies: 'Urgences',
  young: 'Moins de 18 ans',
  toTalk: 'Pour parler',
  openUntil: 'Ouvert jusqu’à %.',
  shutUntil: 'Fermé, ouvre à %.',
  log: 'Messages',
  write: '{Écris|Écrivez} ici',
  send: 'Envoyer',
  left: '% caractères restants',
  tooLong: '% caractères de trop. {Envoie|Envoyez} en plusieurs messages.',
  sending: 'envoi…',
  retrying: 'pas encore envoyé — on réessaie',
  kept: 'reçu',
  refusedText:
    'Pas envoyé : ce message n’a pas pu être accepté. {Reprends|Reprenez}-le pour le changer.',
  refusedChoice: 'Pas envoyé : cette réponse n’est plus proposée. {Tu peux|Vous pouvez} l’écrire.',
  refusedClosed:
    'Pas envoyé : la conversation est terminée. {Commence|Commencez}-en une autre et ce message partira.',
  takeBack: 'Reprendre le texte',
  newer: 'Nouveaux messages',
  typing: 'Le programme écrit…',
  settings: 'Réglages',
  close: 'Fermer',
  language: 'Langue',
  theme: 'Apparence',
  auto: 'Auto',
  paper: 'Jour',
  dark: 'Sombre',
  night: 'Nuit',
  erase: 'Effacer la conversation',
  eraseSure:
    'Tout effacer ? Les messages disparaissent d’ici et du service. On ne peut pas revenir en arrière, et l’équipe ne pourra plus {te|vous} répondre.',
  eraseYes: 'Effacer',
  eraseNo: 'Garder',
  erasing: 'On efface…',
  eraseFailed: 'Pas encore effacé : le service ne répond pas. {Réessaie|Réessayez} dans un moment.',
  erased: 'C’est effacé.',
  receipt: 'Numéro de reçu : %',
  again: 'Nouvelle conversation',
} as const;

export type Word = keyof typeof words;
