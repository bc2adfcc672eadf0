import type { Evaluation } from '../evaluation.ts';
import {
  askedInWords,
  decimal,
  gateInWords,
  hundredths,
  type PaperLanguage,
  table,
} from './figures.ts';
import { GATE_NAMES, SET_NAMES } from './gate-names.ts';

/** The name of the part of a model card that is made from an evaluation. */
export const CARD_PART = 'figures';

/** What stands in a model card of the model itself and of what it reached. */
export function cardFigures(evaluation: Evaluation, lang: PaperLanguage): string {
  const words = WORDS[lang];
  const { model, lexicon, sets, identity, effort } = evaluation;
  const inWords = (limits: Evaluation['model']['thresholds']) =>
    Object.entries(limits)
      .map(([level, least]) => `${level} ${decimal(least, 2, lang)}`)
      .join(', ');
  const facts = [
    [words.model, `\`${model.name}@${model.version}\``],
    [words.lexicon, `\`${lexicon}\``],
    [words.created, model.created],
    [words.licence, model.licence],
    [words.provenance, model.provenance],
    [words.size, `${decimal(model.bytes / 1e6, 1, lang)} ${words.megabytes}`],
    [words.thresholds, inWords(model.thresholds)],
    ...(model.thresholdsInContext ? [[words.inContext, inWords(model.thresholdsInContext)]] : []),
    [words.window, words.windowIs(model.window.tokens, model.window.overlap)],
    [
      words.effort,
      words.effortIs(
        decimal(effort.cpuSecondsPerThousand, 1, lang),
        `${effort.wattHoursPerThousand}`.replace('.', lang === 'fr' ? ',' : '.'),
      ),
    ],
  ];
  const ids = sets[0]?.parts.both.gates ?? [];
  const { gate, changed } = identity.both;
  const rows = [
    ...ids.map(({ id, asked }) => [
      GATE_NAMES[id]?.[lang] ?? id,
      askedInWords(asked, lang),
      ...sets.map(({ parts }) => {
        const found = parts.both.gates.find((one) => one.id === id);
        return found ? gateInWords(found, lang) : '–';
      }),
    ]),
    [
      GATE_NAMES[gate.id]?.[lang] ?? gate.id,
      '0',
      ...sets.map(() => `${changed.length}/${gate.of} ${gate.passed ? '✓' : '✗'}`),
    ],
  ];
  const alarms = sets.map(({ id, parts }) => {
    const share = (floor: string) =>
      parts.both.falseAlarms.find((one) => one.lang === 'all' && one.floor === floor)?.share
        .share ?? 0;
    const perThousand = (floor: string) => hundredths(share(floor) * 10, lang, 0);
    return words.alarms(SET_NAMES[id]?.[lang] ?? id, perThousand('passive'), perThousand('active'));
  });
  return [
    table(['', words.value], facts),
    table(['', words.asked, ...sets.map(({ id }) => SET_NAMES[id]?.[lang] ?? id)], rows),
    alarms.join(' '),
  ].join('\n\n');
}

const WORDS = {
  en: {
    model: 'model',
    lexicon: 'lexicon beside it',
    created: 'made on',
    licence: 'licence',
    provenance: 'where it comes from',
    size: 'size, tokenizer included',
    megabytes: 'MB',
    thresholds: 'least probability of “this level or higher”',
    inContext: 'the same, for a message read after its context',
    window: 'longer messages',
    windowIs: (tokens: number, overlap: number) =>
      `read in windows of ${tokens} word pieces that overlap by ${overlap}`,
    effort: 'a thousand messages',
    effortIs: (seconds: string, wattHours: string) =>
      `${seconds} CPU-seconds; about ${wattHours} Wh if a busy core draws 10 W`,
    value: '',
    asked: 'asked',
    alarms: (set: string, passive: string, active: string) =>
      `Of 1,000 harmless messages of the ${set}, ${passive} are raised to passive or above and ${active} to active or above.`,
  },
  fr: {
    model: 'modèle',
    lexicon: 'lexique à ses côtés',
    created: 'date',
    licence: 'licence',
    provenance: 'provenance',
    size: 'taille, découpage en mots compris',
    megabytes: 'Mo',
    thresholds: 'probabilité minimale de « ce niveau ou plus »',
    inContext: 'la même, pour un message lu après son contexte',
    window: 'messages plus longs',
    windowIs: (tokens: number, overlap: number) =>
      `lus par fenêtres de ${tokens} morceaux de mots qui se recouvrent de ${overlap}`,
    effort: 'mille messages',
    effortIs: (seconds: string, wattHours: string) =>
      `${seconds} secondes de processeur ; environ ${wattHours} Wh si un cœur occupé consomme 10 W`,
    value: '',
    asked: 'demandé',
    alarms: (set: string, passive: string, active: string) =>
      `Sur 1 000 messages anodins (${set}), ${passive} sont montés à « passive » ou plus et ${active} à « active » ou plus.`,
  },
} as const;
