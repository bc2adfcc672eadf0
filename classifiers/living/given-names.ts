/**
 * Given names that are words as well. With a capital letter they are taken for names, also at
 * the start of a sentence; in small letters they stay ("hope", "claire").
 */
export const NAMES_AND_WORDS: ReadonlySet<string> = new Set(
  (
    'aimé ange angel anne auguste aurore avril blanche capucine céleste charité claire clémence clément constance ' +
    'désiré dominique douce fleur florent fortuné france gentil grâce innocent iris jade jasmin juste lilas lune ' +
    'marguerite marin marine modeste noël océane olive olivier parfait pascal perle pierre prudence rose soleil ' +
    'toussaint valentin victoire violette ' +
    'amber amity april art august autumn bill bob brook chase crystal daisy dawn dean drew eden eve faith frank ' +
    'gene ginger grace grant guy harmony hazel heather holly hope hunter iris ivy jack jean joy june lily mark ' +
    'mason max melody mercy miles nick olive patience pat pearl penny poppy rob robin rocky ruby rusty sky ' +
    'star summer sue tucker violet'
  ).split(' '),
);

/** Names that the corpus happens to have in small letters too. */
export const ALWAYS_NAMES: ReadonlySet<string> = new Set(['ben', 'dan', 'jade', 'marie']);

/** Written with a capital letter without naming anybody. */
export const NOBODY: ReadonlySet<string> = new Set(
  (
    'i dieu god allah jésus jesus noël christmas pâques easter ramadan maman papa mamie papy mum mom dad nan ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march july september october ' +
    'november december'
  ).split(' '),
);
