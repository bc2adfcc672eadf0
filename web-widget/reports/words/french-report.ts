import type { Count } from '../figures/count.ts';
import type { ReportStrings } from './report-strings.ts';

const number = new Intl.NumberFormat('fr');
const said = ({ atLeast, exact }: Count, one: string, more: string) =>
  `${exact ? '' : 'au moins '}${number.format(atLeast)} ${atLeast < 2 ? one : more}`;
const none = (count: Count) => count.exact && count.atLeast === 0;
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const;

export const FRENCH_REPORT: ReportStrings = {
  title: 'Rapports',
  period: 'Période',
  lastDays: (count) => `${count} derniers jours`,
  from: 'Du',
  until: 'au',
  show: 'Montrer',
  csv: 'Télécharger en CSV',
  loading: 'Lecture des chiffres…',
  unreachable: 'Le serveur ne répond pas. Nouvel essai dans quelques secondes.',
  refused: 'Le serveur refuse cette période. Choisis d’autres dates.',
  noRole: 'Ce compte n’a plus le rôle « rapports ». Recharge la page pour te connecter à nouveau.',
  periodProblems: {
    incomplete: 'Il manque une date.',
    reversed: 'Le premier jour vient après le dernier.',
    'too-long': 'La période ne peut pas dépasser 366 jours.',
  },
  shownPeriod: (from, until, timeZone) => `Du ${from} au ${until}, fuseau ${timeZone}`,
  hidden: '< 5',
  unknown: 'caché',
  hiddenExplained:
    'De 1 à 4, un nombre est caché et noté « < 5 » : il pourrait désigner quelqu’un.',
  table: 'Les mêmes chiffres en tableau',
  day: 'Jour',
  total: 'Total',
  weekdays: WEEKDAYS,
  questions: {
    conversations: 'Combien de conversations ?',
    messages: 'Combien de messages ?',
    levels: 'Jusqu’à quel niveau ?',
    escalations: 'Combien de cas, et combien ont reçu une réponse ?',
    waiting: 'Combien de temps avant une personne ?',
  },
  answers: {
    conversations(count, days, busiest) {
      if (none(count)) return `Aucune conversation en ${days} jours`;
      const all = `${said(count, 'conversation', 'conversations')} en ${days} jours`;
      const often = busiest === null ? '' : ` ; le plus souvent le ${WEEKDAYS[busiest]}`;
      return sentence(all + often);
    },
    messages(messages, conversations) {
      if (none(messages)) return 'Aucun message';
      if (messages.atLeast === 0) return 'Trop peu de conversations pour compter les messages';
      const all = said(messages, 'message écrit', 'messages écrits');
      if (!messages.exact || !conversations.exact) return sentence(all);
      const each = number.format(Math.round(messages.atLeast / conversations.atLeast));
      return sentence(`${all}, environ ${each} par conversation`);
    },
    levels(by, conversations) {
      if (none(conversations)) return 'Aucun niveau à montrer';
      if (none(by.imminent) && none(by.active)) return 'Aucune conversation active ou imminente';
      const parts = [
        ...(none(by.imminent) ? [] : [said(by.imminent, 'imminente', 'imminentes')]),
        ...(none(by.active) ? [] : [said(by.active, 'active', 'actives')]),
      ];
      return sentence(
        `${parts.join(', ')}, sur ${said(conversations, 'conversation', 'conversations')}`,
      );
    },
    escalations(opened, answered) {
      if (none(opened)) return 'Aucun cas';
      const all = said(opened, 'cas', 'cas');
      if (opened.exact && answered.exact && opened.atLeast === answered.atLeast) {
        return sentence(`${all}, tous avec la réponse d’une personne`);
      }
      const some = none(answered) ? 'aucun' : said(answered, '', '').trim();
      return sentence(`${all}, ${some} avec la réponse d’une personne`);
    },
    waiting(duration, days) {
      if (duration === null) return 'Trop peu de réponses pour une durée';
      const from = days === 1 ? 'un seul jour' : `${days} jours`;
      return `${duration} avant une personne, le jour médian (sur ${from})`;
    },
  },
  columns: {
    conversations: 'Conversations',
    messages: 'Messages',
    escalations: 'Cas ouverts',
    answered: 'Avec réponse',
    waiting: 'Délai médian',
  },
  nothingYet: 'Rien à dessiner sur cette période.',
  definitionsTitle: 'Ce que les mots veulent dire',
  definitions: [
    ['Conversation', 'ouverte ce jour-là dans le chat, même sans message ; comptée une fois.'],
    [
      'Message',
      'écrit par la personne dans une conversation ouverte ce jour-là ; ni le programme ni l’équipe.',
    ],
    [
      'Niveau',
      'le plus haut de la conversation. Il dit quelle réponse était due ; ce n’est ni un diagnostic, ni une prédiction.',
    ],
    ['Cas ouvert', 'une conversation montrée dans la console pour qu’une personne la regarde.'],
    ['Avec réponse', 'un cas dans lequel une personne de l’équipe a écrit.'],
    [
      'Délai médian',
      'de l’ouverture du cas aux premiers mots d’une personne ; la moitié attend moins, la moitié plus. Caché en dessous de cinq réponses.',
    ],
    ['Jour', 'de minuit à minuit, dans le fuseau horaire du service.'],
    [
      '« < 5 »',
      'entre 1 et 4 ; caché pour que personne ne puisse être reconnu. Les messages de ces jours-là sont cachés aussi. Les totaux disent alors « au moins ».',
    ],
  ],
};
