import { OFFER } from '../engine/compile-flow.ts';
import { many } from '../engine/flow.ts';
import { LANGUAGES, type Language } from '../engine/languages.ts';
import type { Problem } from '../engine/problems.ts';
import type { Source } from '../engine/read-yaml.ts';
import { bubbleOf, placeholdersIn, type Texts, textsIn, wordingsOf } from '../engine/texts.ts';
import { LONGEST_BUBBLE } from '../engine/voice.ts';
import { Bubble, leavesOf } from '../engine/wording.ts';
import { HELPLINE_PLACEHOLDERS } from '../helplines/helpline-values.ts';
import type { Helplines } from '../helplines/helplines.ts';
import { valuesEverywhere } from '../helplines/values-everywhere.ts';
import type { FlowSources, LibrarySources, TextSources } from './flow-sources.ts';
import { type Report, reporter } from './reporter.ts';

/** As long as a site's or responder's name is taken to be when texts are measured. */
const LONG_NAME = 'x'.repeat(24);
const NAMES: readonly string[] = ['site', 'name', 'role'];
const NOTICES = [
  'responder-joined',
  'responder-left',
  'nobody-yet',
  'closed-by-responder',
  'closed-by-participant',
  'fallback',
];

/** What a step needs in every language. */
export interface NeededTexts {
  readonly bubbles: readonly string[];
  readonly options: readonly string[];
  /** Texts it may have, and takes from elsewhere where it has none. */
  readonly optional?: boolean;
}

/** Every text of a flow there must be, in every language, sayable in every country. */
export function checkFlowTexts(
  { flow, texts }: FlowSources,
  { flows }: LibrarySources,
  helplines: Helplines,
): readonly Problem[] {
  const needed = Object.entries(flow.data.steps).map(([id, step]): [string, NeededTexts] => [
    id,
    step.offer
      ? { bubbles: [...many(step.say), 'ask'], options: ['yes', 'no'], optional: true }
      : {
          bubbles: [...many(step.say), ...(step.ask ? ['ask'] : [])],
          options: step.options ?? [],
        },
  ]);
  const everywhere = flows.get('everywhere');
  const lent = everywhere?.flow.data.entries?.[OFFER];
  const problems: Problem[] = [];
  for (const language of LANGUAGES) {
    for (const [id, { offer }] of Object.entries(flow.data.steps)) {
      if (!offer || texts[language].data[id]?.ask !== undefined) continue;
      if (lent !== undefined && everywhere?.texts[language].data[lent]?.ask !== undefined) continue;
      const what = `the text "${id}.ask" is missing in ${language}`;
      const fix = `Write it, or give "everywhere" the entry "${OFFER}" with words for all offers`;
      reporter(flow, problems)('missing-text', ['steps', id], what, fix);
    }
  }
  return [...problems, ...checkTexts(texts, new Map(needed), helplines)];
}

export function checkNotices(notices: TextSources, helplines: Helplines): readonly Problem[] {
  const needed = NOTICES.map((id): [string, NeededTexts] => [
    id,
    { bubbles: ['text'], options: [] },
  ]);
  return checkTexts(notices, new Map(needed), helplines, NOTICES);
}

/** @param always steps whose bubbles must be sayable everywhere, as questions must. */
export function checkTexts(
  texts: TextSources,
  needed: ReadonlyMap<string, NeededTexts>,
  helplines: Helplines,
  always: readonly string[] = [],
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const language of LANGUAGES) {
    const source = texts[language];
    const report = reporter(source, problems);
    for (const [id, { bubbles, options, optional }] of needed) {
      const own = source.data[id];
      const borrowed = optional === true && own?.ask === undefined;
      for (const name of bubbles) {
        if (borrowed && name === 'ask') continue;
        const must = name === 'ask' || always.includes(id);
        checkBubble(
          { source, language, id, name, must, inNotices: always.length > 0 },
          helplines,
          report,
        );
      }
      for (const option of borrowed ? [] : options) {
        if (own?.options?.[option] !== undefined) continue;
        report(
          'missing-text',
          [id, 'options'],
          `the text "${id}.options.${option}" is missing`,
          `Write “${option}:” under “options:” of “${id}:”`,
        );
      }
      for (const option of Object.keys(own?.options ?? {}).filter(
        (one) => !options.includes(one),
      )) {
        report('unused-text', [id, 'options', option], `nothing offers "${id}.${option}"`, SPARE);
      }
      const spare = Object.keys(own ?? {}).filter(
        (one) => one !== 'options' && !bubbles.includes(one),
      );
      for (const name of spare)
        report('unused-text', [id, name], `nothing says "${id}.${name}"`, SPARE);
    }
    for (const id of Object.keys(source.data).filter((one) => !needed.has(one))) {
      report('unused-text', [id], `nothing says "${id}"`, SPARE);
    }
  }
  return problems;
}

const SPARE = 'Remove it, or name it in the flow';

interface Spoken {
  readonly source: Source<Texts>;
  readonly language: Language;
  readonly id: string;
  readonly name: string;
  /** Must be sayable in every country. */
  readonly must: boolean;
  /** Notices may name a responder. */
  readonly inNotices: boolean;
}

function checkBubble(spoken: Spoken, helplines: Helplines, report: Report): void {
  const { source, language, id, name, must, inNotices } = spoken;
  const path = [id, name];
  const parsed = Bubble.safeParse(bubbleOf(source.data[id], name));
  if (!parsed.success) {
    const fix = `Write “${name}:” under “${id}:”`;
    report('missing-text', path, `the text "${id}.${name}" is missing`, fix);
    return;
  }
  const leaves = textsIn(parsed.data);
  for (const leaf of leaves) {
    for (const key of new Set(placeholdersIn(leaf.text))) {
      const known = HELPLINE_PLACEHOLDERS.has(key) || NAMES.includes(key);
      if (known && (inNotices || (key !== 'name' && key !== 'role'))) continue;
      const what = `"${id}.${name}" names {${key}}`;
      report(
        'unknown-name-in-braces',
        [...path, ...leaf.path],
        what,
        'Use {site} or a helpline’s role',
      );
    }
  }
  const tooLong = new Set<string>();
  const unsayable = new Set<string>();
  for (const { country, values: lines } of valuesEverywhere(helplines, language)) {
    const values: Record<string, string | undefined> = {
      ...lines,
      ...{ site: LONG_NAME, name: LONG_NAME, role: LONG_NAME },
    };
    for (const { text, path: at } of leaves) {
      const filled = text.replace(/\{([^}]*)\}/g, (_, key: string) => values[key] ?? '');
      if (filled.length <= LONGEST_BUBBLE || tooLong.has(text)) continue;
      tooLong.add(text);
      const what = `"${id}.${name}" has ${filled.length} characters in ${country}`;
      report('too-long', [...path, ...at], what, `Make it ${LONGEST_BUBBLE} at most`);
    }
    const sayable = wordingsOf(parsed.data).some((wording) =>
      leavesOf(wording).every(({ text }) =>
        placeholdersIn(text).every(
          (key) => key !== 'name' && key !== 'role' && values[key] !== undefined,
        ),
      ),
    );
    if (!sayable && must && !unsayable.has(country)) {
      unsayable.add(country);
      const what = `"${id}.${name}" can’t be said in ${country}`;
      report('unsayable-in-a-country', path, what, 'Add a wording with {emergency} only');
    }
  }
}
