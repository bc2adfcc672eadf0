import { RISK_LEVELS } from '../../risk-classifier.ts';
import type { PartEvaluation, SetEvaluation } from '../evaluation.ts';
import { PARTS } from '../measures/read.ts';
import { decimal, hundredths, inWords, NOTHING, quoted, table } from './figures.ts';
import { GATE_NAMES, PART_NAMES, SET_NAMES } from './gate-names.ts';

const partName = (part: string) => PART_NAMES[part]?.en ?? part;
/** The name of a confusion matrix's file. */
export const pictureOf = (set: string, part: string) => `confusion-${set}-${part}.svg`;

/** Everything about one set of rows. */
export function setSection(set: SetEvaluation): string {
  const name = SET_NAMES[set.id]?.en ?? set.id;
  const { both } = set.parts;
  return [
    `## The ${name}: ${set.rows} rows`,
    `### Each level\n\nThe exact level. A message read too high is no miss, and one read one level too low is seen by somebody all the same: the gates above count that.`,
    ...PARTS.map((part) => levels(partName(part), set.parts[part])),
    '### Which level is taken for which',
    ...PARTS.map(
      (part) =>
        `![Confusion matrix, ${name}, ${partName(part)}; the same as a table below](${pictureOf(set.id, part)})`,
    ),
    ...PARTS.map((part) => confusionTable(partName(part), set.parts[part])),
    '### Agreement (quadratic kappa)',
    kappas(set),
    '### False alarms\n\nOf 1,000 harmless messages (level none), so many are raised. From passive on the safety text comes and a case waits for review; from active on a person is called.',
    falseAlarms(set),
    '### French and English\n\nFrench less English, in points, with Newcombe’s 95 % interval.',
    languages(both),
    '### Whether the model’s probabilities are to be believed\n\nOf the rows to which the model gave a probability of “this level or higher” within a tenth: what it said on average, and how often it was so. They decide with the thresholds and are shown to nobody.',
    reliabilityTables(set),
    `### In parts, both together`,
    ...both.breakdowns.map(({ by, groups }) =>
      [
        `**By ${by}**`,
        table(
          [
            '',
            'rows',
            'at risk found (≥ passive)',
            'not at risk raised (≥ active)',
            'exact level',
            'missed by two or more',
          ],
          groups.map((group) => [
            quoted(group.name),
            `${group.rows}`,
            inWords(group.atRiskFound),
            inWords(group.raised),
            inWords(group.exact),
            `${group.missedByTwo}`,
          ]),
        ),
      ].join('\n\n'),
    ),
    '### Signals, both together\n\nNames of what a message shows, for responders and for choosing a flow. No gate depends on them.',
    table(
      ['signal', 'found, of those labelled', 'right, of those read'],
      both.signals.map(({ signal, recall, precision }) => [
        signal,
        inWords(recall),
        inWords(precision),
      ]),
    ),
    `### Missed by two or more levels, both together: ${both.missed.length}`,
    missed(set),
  ].join('\n\n');
}

function levels(name: string, { levels: shares }: PartEvaluation): string {
  return table(
    [name, 'recall', 'precision'],
    shares.map(({ recall, precision }, at) => [
      RISK_LEVELS[at] ?? '',
      inWords(recall),
      inWords(precision),
    ]),
  );
}

function confusionTable(name: string, { confusion }: PartEvaluation): string {
  return table(
    [`${name}: has ↓, read →`, ...RISK_LEVELS],
    confusion.map((row, at) => [RISK_LEVELS[at] ?? '', ...row.map(String)]),
  );
}

function kappas({ parts }: SetEvaluation): string {
  const names = ['all', 'chat', 'French', 'English'] as const;
  return table(
    ['', ...names.map((name) => (name === 'all' ? 'all messages' : name))],
    PARTS.map((part) => [
      partName(part),
      ...names.map((name) => {
        const { kappa, low, high, of } = parts[part].kappa[name];
        if (kappa === null) return NOTHING;
        return `${decimal(kappa, 3)} (${decimal(low, 3)}–${decimal(high, 3)}), ${of}`;
      }),
    ]),
  );
}

function falseAlarms({ parts }: SetEvaluation): string {
  const floors = RISK_LEVELS.slice(1);
  const langs = { all: 'both languages', fr: 'French', en: 'English' } as const;
  return table(
    ['', ...floors.map((floor) => `≥ ${floor}`)],
    PARTS.flatMap((part) =>
      (['all', 'fr', 'en'] as const).map((lang) => [
        `${partName(part)}, ${langs[lang]}`,
        ...floors.map((floor) => {
          const found = parts[part].falseAlarms.find(
            (one) => one.lang === lang && one.floor === floor,
          )?.share;
          if (!found || found.share === null) return NOTHING;
          const perThousand = (share: number) => decimal(share * 1000, 0);
          return `${perThousand(found.share)} (${perThousand(found.low)}–${perThousand(found.high)})`;
        }),
      ]),
    ),
  );
}

function languages({ languages: apart }: PartEvaluation): string {
  return table(
    ['both together', 'French', 'English', 'apart, in points'],
    apart.map(({ gate, fr, en, apart: { difference, low, high } }) => [
      GATE_NAMES[gate]?.en ?? gate,
      inWords(fr),
      inWords(en),
      difference === null
        ? NOTHING
        : `${hundredths(difference)} (${hundredths(low)} to ${hundredths(high)})`,
    ]),
  );
}

function reliabilityTables({ reliability }: SetEvaluation): string {
  const errors = table(
    ['this level or higher', 'expected calibration error'],
    reliability.map(({ level, error }) => [level, error === null ? NOTHING : decimal(error, 3)]),
  );
  const bins = reliability[0]?.bins ?? [];
  const tenths = table(
    ['probability', ...reliability.map(({ level }) => `≥ ${level}: said, was (rows)`)],
    bins.map(({ from, to }, at) => [
      `${decimal(from, 1)}–${decimal(to, 1)}`,
      ...reliability.map(({ bins: own }) => {
        const bin = own[at];
        if (!bin || bin.said === null || bin.was.share === null) return NOTHING;
        return `${decimal(bin.said, 2)}, ${decimal(bin.was.share, 2)} (${bin.was.of})`;
      }),
    ]),
  );
  return `${errors}\n\n${tenths}`;
}

function missed({ id, parts }: SetEvaluation): string {
  const rows = parts.both.missed;
  if (rows.length === 0) return 'None.';
  const warning =
    id === 'test-split'
      ? 'Whoever mends a rule or writes a row because of this list uses the split up: it is here to be seen, not to be worked through.\n\n'
      : '';
  return (
    warning +
    table(
      ['has', 'read', 'file, kind', 'message'],
      rows.map(({ level, read, file, kind, text }) => [
        level,
        read,
        `${file}, ${kind}`,
        quoted(text),
      ]),
    )
  );
}
