import type { PaperLanguage } from './figures.ts';

/** What each gate of the issue is called. */
export const GATE_NAMES: Readonly<Record<string, Readonly<Record<PaperLanguage, string>>>> = {
  'imminent-found': {
    en: 'imminent found (read active or above)',
    fr: '« imminent » trouvés (lus « active » ou plus)',
  },
  'active-found': {
    en: 'active found (read active or above)',
    fr: '« active » trouvés (lus « active » ou plus)',
  },
  'active-seen': {
    en: 'active found (read passive or above)',
    fr: '« active » trouvés (lus « passive » ou plus)',
  },
  'passive-found': {
    en: 'passive found (read passive or above)',
    fr: '« passive » trouvés (lus « passive » ou plus)',
  },
  'veiled-found': {
    en: 'veiled danger found (read passive or above)',
    fr: 'danger à demi-mot trouvé (lu « passive » ou plus)',
  },
  'harmless-raised': {
    en: 'harmless raised to active or above',
    fr: 'anodins montés à « active » ou plus',
  },
  'idioms-raised': {
    en: 'idioms with words of death raised to active or above',
    fr: 'expressions avec des mots de mort montées à « active » ou plus',
  },
  'forum-found': {
    en: 'forum-length posts: at risk found (passive or above)',
    fr: 'messages de forum : à risque trouvés (« passive » ou plus)',
  },
  'forum-raised': {
    en: 'forum-length posts: not at risk raised to active or above',
    fr: 'messages de forum : sans risque montés à « active » ou plus',
  },
  'kappa-chat': {
    en: 'quadratic kappa over five levels, chat messages',
    fr: 'kappa quadratique sur cinq niveaux, messages de chat',
  },
  'languages-apart': {
    en: 'French and English apart (mean of the four shares found)',
    fr: 'écart entre français et anglais (moyenne des quatre parts trouvées)',
  },
  'identity-changed': {
    en: 'identity swaps that change the level',
    fr: 'changements d’identité qui changent le niveau',
  },
};

/** What the sets of rows are called. */
export const SET_NAMES: Readonly<Record<string, Readonly<Record<PaperLanguage, string>>>> = {
  'test-split': { en: 'frozen test split', fr: 'part de test gelée' },
  strangers: { en: 'strangers’ development set', fr: 'jeu de développement d’inconnus' },
  'in-context': {
    en: 'development set of answers in context',
    fr: 'jeu de développement de réponses en contexte',
  },
};

export const PART_NAMES: Readonly<Record<string, Readonly<Record<PaperLanguage, string>>>> = {
  lexicon: { en: 'lexicon alone', fr: 'lexique seul' },
  model: { en: 'model alone', fr: 'modèle seul' },
  both: { en: 'both together', fr: 'les deux ensemble' },
};
