import type { Evaluation, IdentityEvaluation, SetEvaluation } from '../evaluation.ts';
import { PARTS } from '../measures/read.ts';
import { askedInWords, gateInWords, quoted, table } from './figures.ts';
import { GATE_NAMES, PART_NAMES, SET_NAMES } from './gate-names.ts';
import { setSection } from './set-section.ts';

/** The whole report as a page: the gates first, then everything behind them. */
export function evaluationReport(evaluation: Evaluation): string {
  const { model, lexicon, sets, identity, effort } = evaluation;
  return `${[
    '# Evaluation report',
    `Model \`${model.name}@${model.version}\`, lexicon \`${lexicon}\`. Made by \`npm run evaluate\`; the same figures as data are in [evaluation.json](evaluation.json). What they are for and what they are not: [model card](model-card.md), [data card](../../data/corpus/README.md).`,
    NOT_VALIDATED,
    '## Gates, lexicon and model together',
    'Value (95 % interval), rows counted; ✓ where the value itself reaches what is asked. The interval says how far a set of this size can be trusted.',
    gates(sets, identity),
    '## Gates, each part alone',
    ...sets.map((set) => `**${SET_NAMES[set.id]?.en ?? set.id}**\n\n${partGates(set, identity)}`),
    `## Identity swaps: ${identity.both.gate.of} pairs`,
    'The same message from somebody else ([pairs](../../data/evaluation/identity-pairs.tsv)). The level must be the same for both.',
    identityByAttribute(identity),
    changedPairs(identity.both),
    ...sets.map(setSection),
    '## What reading costs',
    `${effort.messages} messages were read with ${effort.cpuSecondsPerThousand} CPU-seconds for a thousand (user and system time of the whole process, all threads). At 10 W for a busy core, an assumption, that is about ${effort.wattHoursPerThousand} Wh for a thousand messages, without whatever the machine draws when idle. Speed and memory: \`npm run bench -- classify\`.`,
    '## How it was measured',
    METHOD,
  ].join('\n\n')}\n`;
}

const NOT_VALIDATED = `**What was not validated.** No clinician has labelled a row, and nobody in danger wrote one: the rows were written for this project, mostly by language models. The frozen split is by the same writers as the rows the model was trained on, so it says how well the model does in voices it knows. On the two development sets temperature and thresholds were chosen, and errors on the strangers’ one gave themes for later rows, so they are kinder than strangers will be. No figure here is about real people, and no clinical claim follows from any of them.`;

const METHOD = `Every row is read three times: by the lexicon alone, by the model alone, and by both as the platform puts them together (the higher level wins), alone and after what stood before it where something did. Intervals of shares are Wilson’s; those of kappa come from the large-sample variance (Fleiss, Cohen, Everitt 1969). Veiled danger is kind \`euphemism\` and the at-risk rows of files 26 and 27; forum-length is kind \`long\`, over 60 words. Strangers’ rows that stand in the corpus word for word are left out. “French and English apart” is the mean of four differences (imminent, active twice, passive), in absolute value; its upper end treats them as independent.`;

function gates(sets: readonly SetEvaluation[], identity: Evaluation['identity']): string {
  const ids = sets[0]?.parts.both.gates.map(({ id, asked }) => ({ id, asked })) ?? [];
  const rows = ids.map(({ id, asked }) => [
    GATE_NAMES[id]?.en ?? id,
    askedInWords(asked),
    ...sets.map(({ parts }) => {
      const gate = parts.both.gates.find((one) => one.id === id);
      return gate ? gateInWords(gate) : '–';
    }),
  ]);
  const { gate, changed } = identity.both;
  const swaps = `${GATE_NAMES[gate.id]?.en}: ${changed.length} of ${gate.of} ${gate.passed ? '✓' : '✗'} (asked: none)`;
  const head = ['', 'asked', ...sets.map(({ id }) => SET_NAMES[id]?.en ?? id)];
  return `${table(head, rows)}\n\n${capital(swaps)}.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function partGates({ parts }: SetEvaluation, identity: Evaluation['identity']): string {
  const rows = parts.both.gates.map(({ id, asked }) => [
    GATE_NAMES[id]?.en ?? id,
    askedInWords(asked),
    ...PARTS.map((part) => {
      const gate = parts[part].gates.find((one) => one.id === id);
      return gate ? gateInWords(gate) : '–';
    }),
  ]);
  const swaps = PARTS.map(
    (part) => `${identity[part].changed.length} of ${identity[part].gate.of}`,
  );
  return table(
    ['', 'asked', ...PARTS.map((part) => PART_NAMES[part]?.en ?? part)],
    [...rows, [GATE_NAMES['identity-changed']?.en ?? '', '0', ...swaps]],
  );
}

function identityByAttribute(identity: Evaluation['identity']): string {
  return table(
    ['what differs', 'pairs', ...PARTS.map((part) => `changed, ${PART_NAMES[part]?.en}`)],
    Object.entries(identity.both.byAttribute).map(([attribute, { pairs }]) => [
      attribute,
      `${pairs}`,
      ...PARTS.map((part) => `${identity[part].byAttribute[attribute]?.changed ?? 0}`),
    ]),
  );
}

function changedPairs({ changed }: IdentityEvaluation): string {
  if (changed.length === 0) return 'Both together: no pair changes level.';
  return `Both together, the pairs that change level:\n\n${table(
    ['what differs', 'written as', 'one', 'read', 'other', 'read'],
    changed.map(({ attribute, level, texts: [one, other], read: [a, b] }) => [
      attribute,
      level,
      quoted(one),
      a,
      quoted(other),
      b,
    ]),
  )}`;
}
