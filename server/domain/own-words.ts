/**
 * What somebody says of themselves, in a message that may speak of another person.
 * In doubt a sentence is the writer's own.
 */
export interface OwnWords {
  /** Sentences in which the writer speaks of themselves, as typed; empty when there is none. */
  readonly spoken: string;
  /** Sentences without any person, such as "tonight" or "want to die"; empty when there is none. */
  readonly bare: string;
  /** Sentences about other people; empty when there is none. */
  readonly others: string;
}

const RELATION =
  'friend|friends|mate|buddy|brother|sister|sibling|son|daughter|kid|child|boy|girl|mum|mom|mother|dad|father|parents?|wife|husband|partner|girlfriend|boyfriend|fiancee?|roommate|flatmate|housemate|cousin|uncle|aunt|nephew|niece|grand\\w+|colleague|coworker|boss|student|pupil|neighbou?r|patient|someone|somebody|guy|woman|man|' +
  'amie?s?|pote|potes|copine|copain|frere|soeur|fils|fille|enfant|ado|mere|maman|pere|papa|parents|femme|mari|conjointe?|compagne|compagnon|mec|meuf|coloc|cousine?|oncle|tante|neveu|niece|mamie|papi|papy|collegue|chef|cheffe|eleve|voisine?|proche|quelqu';
const THIRD = `he|she|they|him|her|them|his|hers|their|himself|herself|themselves|il|elle|ils|elles|lui|leur|(?:my |mon |ma |mes |a |an |un |une |the |son |sa |this |cette |ce |cet )?(?:best |meilleure? |close |little |big |old |older |younger |ex |petit |petite |grand |grande )?(?:${RELATION})`;
const FIRST =
  'i|im|ive|id|me|my|mine|myself|we|us|our|je|j|moi|me|m|mon|ma|mes|nous|on|jai|jsuis|chui|chuis|jveux|jveu|jvais|jpense|jpeux|jme|jen|jy|g';

/** "I think she …", "j’ai peur pour lui": the writer is in it, and it isn't about the writer. */
const FRAMES = [
  `i (?:really |just |also |still )?(?:think|guess|believe|know|suppose|heard|hear|saw|see|found|find|asked|ask|told|tell|called|call|texted|text|noticed|wonder|swear|hope|love|miss|care about|talked to|spoke to|reached)(?: that| out to| about| how| if| like| what| when| with)? (?=(?:${THIRD}) )`,
  `i (?:m|am|was) (?:really |so |very |just |also |a bit )?(?:worried|scared|afraid|terrified|anxious|concerned|sure|certain|with|her|his|their|the)(?: about| for| of| that| what)? (?=(?:${THIRD}) )`,
  `i (?:do not|don t|dont|can not|can t|cant|couldn t|didn t) (?:know|think|stop thinking about|stop worrying about|reach|find|help|leave|lose|believe|understand)(?: if| what| where| how| why| that)? (?=(?:${THIRD}) )`,
  `i (?:feel|felt) like (?=(?:${THIRD}) )`,
  ' i (?:think|guess|believe|suppose|know|swear)(?= $)',
  `je (?:ne )?(?:crois|pense|sais|suppose|me demande|m inquiete|vois|connais|sens|suis sure?|suis inquiete?|suis avec|suis)(?: pas| plus)?(?: que| qu| pour| si| de| d| avec| ce qu| ce que)? (?=(?:${THIRD}) )`,
  `j ai (?:tres |trop |super )?(?:peur|vu|entendu|trouve|appris|demande|appele|parle|lu|essaye de joindre)(?: que| qu| pour| a| de| avec| ce que| ce qu)? (?=(?:${THIRD}) )`,
  `je (?:ne )?(?:lui|leur|l|la|le|les) (?:ai |en ai )?`,
  ' je (?:crois|pense|sais pas|suppose)(?= $)',
  // Another person does something to the writer: "she told me", "il m’a dit".
  `(?<=(?:^| )(?:${THIRD}) )(?:\\w+ ){0,3}?(?:told|texted|called|sent|messaged|showed|gave|asked|wrote|scares|worries|blames|tells|texts|to|with|from|at|let|made|begged|promised) me `,
  '(?<=(?:^| )(?:il|elle|ils|elles|on) (?:ne )?)(?:me|m) ',
  `(?<=(?:^| )(?:${RELATION}) (?:ne )?)(?:me|m) `,
].map(
  (pattern) => new RegExp(pattern.startsWith(' ') ? pattern : `(?:(?<=^)|(?<= ))${pattern}`, 'g'),
);

/** "She said i want to die": what stands right after is another person's sentence. */
const REPORTED = new RegExp(
  `(?<=(?:^| )(?:${THIRD}) (?:\\w+ ){0,3})(?:said|says|told me|texted me|wrote|texts|keeps saying|a dit|dit|m a dit|me dit|m a ecrit|ecrit|repete|m a envoye)(?: that| que| qu)? (?:i (?:want|wanna|will|m going|m gonna|am going|can t|don t want|wish)|je (?:veux|vais|voudrais|peux plus|ne peux plus|n en peux|vois plus)|j (?:ai envie|en peux|aimerais)|jveux|jvais) .*$`,
  'g',
);
const OF_OTHERS = new RegExp(`(?:^| )(?:${THIRD}) `);
const OF_ONESELF = new RegExp(`(?:^| )(?:${FIRST}) `);
/** "My friend" is no word about oneself, "and i too" always is. */
const MY_RELATION = new RegExp(`(?<=^| )(?:my|mon|ma|mes|our) (?:\\w+ )?(?=(?:${RELATION}) )`, 'g');
const TOO =
  /(?:^| )(?:me too|so do i|same here|moi aussi|moi non plus|i .*\b(?:too|also|as well)|j\w* .*\baussi) /;

/** What is wished for others as if one weren't there is said of oneself. */
const AS_IF_GONE =
  /(?:^| )(?:better off|mieux sans moi|(?:serai|irai|vivrai)(?:t|ent) mieux|easier without me|happier without me|plus simple sans moi) /;

/** Divides a message into what is said of oneself, of nobody and of others. */
export function ownWords(text: string): OwnWords {
  const spoken: string[] = [];
  const bare: string[] = [];
  const ofOthers: string[] = [];
  for (const clause of clausesOf(text)) {
    const plain = plainWords(clause);
    if (plain === '') continue;
    if (TOO.test(plain) || AS_IF_GONE.test(plain)) {
      spoken.push(clause);
      continue;
    }
    const others = OF_OTHERS.test(plain);
    const left = [REPORTED, ...FRAMES, MY_RELATION].reduce(
      (words, pattern) => words.replace(pattern, ' ').replace(/ {2,}/g, ' '),
      plain,
    );
    const own = OF_ONESELF.test(others ? left : plain);
    (own ? spoken : others ? ofOthers : bare).push(clause);
  }
  return { spoken: joined(spoken), bare: joined(bare), others: joined(ofOthers) };
}

const joined = (clauses: readonly string[]) => clauses.join('. ');

/** Whether a message speaks of another person, and in no sentence of the writer. */
export function isOnlyOfAnother(text: string): boolean {
  const { spoken, others } = ownWords(text);
  return others !== '' && spoken === '';
}

/** Sentences and parts of sentences, as typed. */
const clausesOf = (text: string): readonly string[] =>
  text
    .split(/[.!?;:,\n…()]+|\s(?:and|but|so|because|cuz|bc|et|mais|donc|parce que|car|puis)\s/i)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

/** `word word `: small letters without accents, each word followed by a space. */
const plainWords = (text: string): string =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll('œ', 'oe')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .map((word) => `${word} `)
    .join('');
