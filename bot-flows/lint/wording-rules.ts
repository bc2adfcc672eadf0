import type { Language } from '../engine/languages.ts';

export interface WordingRule {
  readonly id: string;
  /** Both, when left out. */
  readonly language?: Language;
  readonly pattern: RegExp;
  /** What is taken out of a text before it is looked at. */
  readonly apart?: RegExp;
  readonly why: string;
  readonly fix: string;
}

/** Whole words, in a sense that knows accents. */
const words = (...alternatives: readonly string[]) =>
  new RegExp(`(?<!\\p{L})(?:${alternatives.join('|')})(?!\\p{L})`, 'iu');

/**
 * What no text may say to a person. They err on the side of refusing: an author writes the
 * sentence another way.
 */
export const WORDING_RULES: readonly WordingRule[] = [
  {
    id: 'method',
    pattern: words(
      'corde|pendre|pendaison|arme|fusil|pistolet|couteau|lame|rasoir|cachets?|comprimés?|pilules?',
      'surdose|poison|javel|veines?|noyer|noyade|s’ouvrir les|se jeter|sauter du',
      'rope|hang|hanging|gun|knife|blade|razor|pills?|tablets?|overdose|poison|bleach|wrists?',
      'drown|lethal|painless|indolore|jump(?:ing)? (?:off|from)',
    ),
    why: 'naming a means can teach or suggest it',
    fix: 'Speak of distance and safety, never of what with',
  },
  {
    id: 'place',
    pattern: words(
      'pont|rails|voie ferrée|métro|falaise|fenêtre|balcon|toit|viaduc|gaz',
      'bridge|railway|train tracks|cliff|window|balcony|roof|rooftop',
    ),
    why: 'naming a place can suggest it',
    fix: 'Speak of safety, never of where',
  },
  {
    id: 'dose',
    pattern: words(
      'dose|doses|milligrammes?|milligrams?|mg|grammes?|grams?|boîte entière|whole box',
    ),
    why: 'an amount is an instruction',
    fix: 'Leave the amount out',
  },
  {
    id: 'asks-how',
    pattern: words(
      'comment comptes-tu|avec quoi comptes|de quelle manière|quelle méthode|which means',
      'how would you do|what would you use|which method|what method',
    ),
    why: 'the plan is confirmed without asking which means',
    fix: 'Ask about time and safety instead',
  },
  {
    id: 'secrecy',
    pattern: words(
      'personne ne saura|reste entre nous|secret absolu|je ne dirai rien|je (?:te|vous) promets|promis',
      'nobody will know|between us|our secret|i promise|i won’t tell',
    ),
    apart:
      /Je ne peux donc pas (?:te )?dire que cela reste entre nous|I can’t say that it stays between us/g,
    why: 'people read what is written when there is danger: secrecy can’t be promised',
    fix: 'Say who reads it, and when',
  },
  {
    id: 'diagnosis',
    pattern: words(
      '(?:tu souffres|vous souffrez) de|dépressi(?:on|ve|f)|bipolaires?|troubles?|symptômes?|diagnostic',
      'depress(?:ed|ion)|bipolar|disorders?|symptoms?|diagnosis|à risque|score',
    ),
    apart: /(?:pas|ni) un diagnostic|(?:not a|no) diagnosis/giu,
    why: 'a program diagnoses nobody',
    fix: 'Name what the person said, in their everyday words',
  },
  {
    id: 'medication',
    pattern: words(
      'médicaments?|antidépresseurs?|anxiolytiques?|somnifères?|traitement|thérapie',
      'medications?|antidepressants?|sleeping pills|treatment|therapy',
    ),
    why: 'advice about medication or treatment belongs to a doctor',
    fix: 'Send to a doctor without naming a treatment',
  },
  {
    id: 'blame',
    pattern: words(
      'pense à ta famille|pensez à votre famille|égoïste|lâche|chantage|appel à l’aide|par ta faute',
      'think of your family|selfish|coward|attention seeking|cry for help',
    ),
    why: 'guilt isolates, and makes the next word harder',
    fix: 'Leave the judgement out',
  },
  {
    id: 'commit-suicide',
    pattern: words(
      'commettre un suicide|commis un suicide|suicide réussi|suicide raté|tentative ratée',
      'commit(?:s|ted|ting)? suicide|failed attempt|successful suicide',
    ),
    why: 'suicide is no crime, and neither a success nor a failure',
    fix: 'Write « mourir par suicide », “die by suicide”, « tentative de suicide », “attempt”',
  },
  {
    id: 'euphemism',
    pattern: words(
      'idées noires|en finir|faire une bêtise|mettre fin à ses jours|commettre l’irréparable',
      'dark thoughts|end it all|do something silly|unalive',
    ),
    why: 'a word that is avoided says that it can’t be spoken of',
    fix: 'Say « suicide », “suicide”',
  },
  {
    id: 'cheering',
    pattern: words(
      'courage|ça va aller|tout ira bien|tout va s’arranger|bravo|super|génial|bien joué',
      'félicitations|garde espoir|positif|souris|fière?|great job|well done|good job|awesome|amazing',
      'cheer up|stay strong|stay positive|positive|it gets better|it will be ok|everything will be',
      'congratulations|proud of you',
    ),
    why: 'cheering tells a person that they haven’t been heard',
    fix: 'Name what was heard, then ask',
  },
  {
    id: 'claims-to-feel',
    pattern: words(
      'je comprends|je sais ce que (?:tu|vous)|je ressens|i understand|i know how you feel|i feel',
    ),
    why: 'a program understands and feels nothing',
    fix: 'Say « je lis », “I read”',
  },
  {
    id: 'orders',
    pattern: words('il faut|(?:tu|vous) (?:dois|devez)|you (?:must|should|have to)'),
    why: 'an order closes what a question would open',
    fix: 'Offer: « on peut », “you can”',
  },
  {
    id: 'single-cause',
    pattern: words(
      '(?:s’est suicidée?|mort par suicide) (?:à cause|parce)',
      'killed (?:himself|herself|themselves) because|died by suicide because',
    ),
    why: 'a suicide never has a single cause',
    fix: 'Leave the cause out',
  },
  {
    id: 'exclamation',
    pattern: /!/,
    why: 'exclamation marks shout at somebody in distress',
    fix: 'End with a full stop',
  },
  {
    id: 'number-in-text',
    pattern: /\d{2,}/,
    why: 'numbers to call stand in data/helplines alone, dated and by country',
    fix: 'Name a role in braces, such as {suicide} or {emergency}',
  },
  {
    id: 'french-spaces',
    language: 'fr',
    pattern: /[^\u202f][;!?]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»/,
    apart: /\((?:To switch).*\)/g,
    why: 'French signs come after a no-break space, narrow before ; ! ?',
    fix: 'Put U+202F before ; ! ? and U+00A0 before : and inside « », or let “npm run flow -- tidy FLOW” do it',
  },
  {
    id: 'straight-quotes',
    pattern: /['"]/,
    why: 'typed marks look unfinished',
    fix: 'Use ’ and « » or “ ”, or let “npm run flow -- tidy FLOW” do it',
  },
  {
    id: 'english-spaces',
    language: 'en',
    pattern: /[\u00a0\u202f]|(?<=\S) [;:!?]/,
    apart: /\((?:Pour changer).*\)/g,
    why: 'English signs stand close, without the French spaces',
    fix: 'Take the space out, or let “npm run flow -- tidy FLOW” do it',
  },
  {
    id: 'three-dots',
    pattern: /\.\.\./,
    why: 'three full stops are no ellipsis, and are read out as three',
    fix: 'Write …, or let “npm run flow -- tidy FLOW” do it',
  },
  {
    id: 'stray-space',
    pattern: /^\s|\s$| {2}|\n/,
    why: 'it shows as a hole, or breaks the line in an odd place',
    fix: 'Take it out',
  },
  {
    id: 'missing-accent',
    language: 'fr',
    pattern: words(
      'tres|etre|etes|deja|apres|meme|voila|ca|la-bas|peut-etre|bientot|plutot|aussitot|hopital',
      'ecouter?|ecoute[sz]?|ecrire|ecris|ecrivez|equipe|numeros?|problemes?|reponses?|repondre',
      'verite|securite|anxiete|sante|ecole|idees?|interet|arreter?|eloigner?|desole|prenom',
      'coeur|soeurs?|oeil|oeuvre',
    ),
    why: 'a missing accent makes another word of it, and looks careless',
    fix: 'Write the accent, the cedilla or the ligature',
  },
  {
    id: 'missing-accent',
    language: 'fr',
    pattern: /(?<=^|[.?!…] )A (?=bientôt|tout|toi|vous|chaque|propos|présent|quel)/u,
    why: 'capitals keep their accents',
    fix: 'Write À',
  },
  {
    id: 'gendered-french',
    language: 'fr',
    pattern: words(
      '(?:es|êtes|suis|seras|sois|soyez)[ -](?:tu |vous )?(?:bien |très |tout |toute |pas )?(?:seule?s?|prête?s?|contente?s?|inquiète?s?|inquiet|fatiguée?s?|certaine?s?|sûre?s?|perdue?s?|épuisée?s?|désolée?|venue?|arrivée?|parti)',
      'tout seul|toute seule|\\p{L}+\\(e\\)|\\p{L}+[·.-](?:e|ne|rice|euse)s?',
    ),
    why: 'nobody is taken for a man or a woman',
    fix: 'Turn the sentence: « ça fatigue », « en sécurité »',
  },
];
