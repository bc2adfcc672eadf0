import { HELPLINE_PLACEHOLDERS, helplineValues } from '../helplines/helpline-values.ts';
import type { Helplines } from '../helplines/helplines.ts';
import { many } from './flow.ts';
import type { FlowSources } from './flow-sources.ts';
import { LANGUAGES, type Language } from './library.ts';
import type { Problem } from './problems.ts';
import type { Source } from './read-yaml.ts';
import { allVariants, Bubble, bubbleOf, placeholdersIn, type Texts, wordingsOf } from './texts.ts';
import { LONGEST_BUBBLE } from './voice.ts';

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

/** Every text there must be, in every language, sayable in every country. */
export function checkTexts(sources: FlowSources, helplines: Helplines): readonly Problem[] {
  return LANGUAGES.flatMap((language) => {
    const problems: Problem[] = [];
    const texts = sources.texts[language];
    const { steps } = sources.flow.data;
    for (const [id, step] of Object.entries(steps)) {
      const names = [...many(step.say), ...(step.ask ? ['ask'] : [])];
      for (const name of names) {
        problems.push(...checkBubble(texts, language, id, name, helplines, ['name', 'role']));
      }
      for (const option of step.options ?? []) {
        if (texts.data[id]?.options?.[option] !== undefined) continue;
        problems.push(missing(texts, [id, 'options'], `${id}.options.${option}`));
      }
      const spare = Object.keys(texts.data[id] ?? {}).filter(
        (name) => name !== 'options' && !names.includes(name),
      );
      for (const name of spare) problems.push(unused(texts, [id, name]));
    }
    for (const id of Object.keys(texts.data)) if (!steps[id]) problems.push(unused(texts, [id]));
    return problems;
  });
}

export function checkNotices(
  notices: Readonly<Record<Language, Source<Texts>>>,
  helplines: Helplines,
): readonly Problem[] {
  return LANGUAGES.flatMap((language) => [
    ...NOTICES.flatMap((id) => checkBubble(notices[language], language, id, 'text', helplines, [])),
    ...Object.keys(notices[language].data)
      .filter((id) => !NOTICES.includes(id))
      .map((id) => unused(notices[language], [id])),
  ]);
}

function checkBubble(
  texts: Source<Texts>,
  language: Language,
  id: string,
  name: string,
  helplines: Helplines,
  forbidden: readonly string[],
): Problem[] {
  const path = [id, name];
  const parsed = Bubble.safeParse(bubbleOf(texts.data[id], name));
  if (!parsed.success) return [missing(texts, path, `${id}.${name}`)];
  const problems: Problem[] = [];
  const report = (what: string, fix: string, at: PropertyKey[] = path) =>
    problems.push({ file: texts.file, line: texts.lineOf(at), what, fix });
  const variants = wordingsOf(parsed.data).map(allVariants);
  for (const [index, variant] of variants.entries()) {
    for (const placeholder of new Set(variant.flatMap(placeholdersIn))) {
      const known = HELPLINE_PLACEHOLDERS.has(placeholder) || NAMES.includes(placeholder);
      if (known && !forbidden.includes(placeholder)) continue;
      report(`"${id}.${name}" names {${placeholder}}`, 'Use {site} or a helpline’s role', [
        ...path,
        index,
      ]);
    }
  }
  for (const [country, { lines }] of Object.entries(helplines.countries)) {
    const values: Record<string, string | undefined> = {
      ...helplineValues(lines, language),
      site: LONG_NAME,
      name: LONG_NAME,
      role: LONG_NAME,
    };
    for (const [index, variant] of variants.entries()) {
      for (const text of variant) {
        const filled = text.replace(/\{([^}]*)\}/g, (_, key: string) => values[key] ?? '');
        if (filled.length <= LONGEST_BUBBLE) continue;
        const what = `"${id}.${name}" has ${filled.length} characters in ${country}`;
        report(what, `Make it ${LONGEST_BUBBLE} at most`, [...path, index]);
      }
    }
    const sayable = variants.some((variant) =>
      variant.every((text) =>
        placeholdersIn(text).every(
          (key) => !['name', 'role'].includes(key) && values[key] !== undefined,
        ),
      ),
    );
    if (!sayable && (name === 'ask' || NOTICES.includes(id))) {
      report(`"${id}.${name}" can’t be said in ${country}`, 'Add a wording with {emergency} only');
    }
  }
  return problems;
}

const missing = (texts: Source<Texts>, path: PropertyKey[], what: string): Problem => ({
  file: texts.file,
  line: texts.lineOf(path),
  what: `the text "${what}" is missing`,
  fix: 'Write it',
});

const unused = (texts: Source<Texts>, path: PropertyKey[]): Problem => ({
  file: texts.file,
  line: texts.lineOf(path),
  what: `nothing says "${path.join('.')}"`,
  fix: 'Remove it, or name it in the flow',
});
