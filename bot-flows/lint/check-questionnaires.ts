import { languagesOf } from '../engine/compile-questionnaire.ts';
import { LANGUAGES } from '../engine/languages.ts';
import type { Problem } from '../engine/problems.ts';
import { highestScore, type Questionnaire } from '../engine/questionnaire.ts';
import type { Source } from '../engine/read-yaml.ts';
import { LONGEST_BUBBLE } from '../engine/voice.ts';
import type { LibrarySources } from './flow-sources.ts';
import { lintTexts } from './lint-texts.ts';
import { ownTexts } from './own-texts.ts';
import { reporter } from './reporter.ts';

/** Items after which nobody is asked how they slept. */
const ABOUT_DEATH = /suicid|mourir|\bmort|se faire (?:du )?mal|\bdead\b|\bdie\b|hurting yourself/i;

/** That a questionnaire is whole: every word, every band, and nothing urgent left for the end. */
export function checkQuestionnaire(
  id: string,
  source: Source<Questionnaire>,
  { flows }: LibrarySources,
): readonly Problem[] {
  const problems: Problem[] = [];
  const { data } = source;
  const report = reporter(source, problems);
  if (data.id !== id) {
    report('id-unlike-folder', ['id'], `the id is "${data.id}"`, `Call it "${id}", like its file`);
  }
  for (const { path, text } of verbatimParts(data)) {
    for (const language of LANGUAGES) {
      const words = text[language];
      if (words === undefined && data.lead[language] !== undefined) {
        const what = `"${path.join('.')}" is missing in ${language}`;
        report(
          'verbatim-missing',
          path,
          what,
          'Write the official wording, or leave the language out',
        );
      } else if ((words?.length ?? 0) > LONGEST_BUBBLE) {
        const what = `"${path.join('.')}" has ${words?.length} characters`;
        report('too-long', path, what, 'It can’t be cut: leave this questionnaire out');
      }
    }
  }
  if (languagesOf(data).length === 0) {
    report('verbatim-missing', ['lead'], 'no language has all of it', 'Write the official wording');
  }
  for (const [index, item] of data.items.entries()) {
    const path = ['items', index];
    const go = item.interrupts?.go;
    const [flow = '', step = ''] = go?.split('.') ?? [];
    if (go !== undefined && !flows.get(flow)?.flow.data.steps[step]) {
      const fix = 'Name a flow and its step, as flow.step';
      report('unknown-step', [...path, 'interrupts', 'go'], `no step is called "${go}"`, fix);
    }
    if (!item.interrupts && Object.values(item.text).some((text) => ABOUT_DEATH.test(text))) {
      const what = `item "${item.id}" speaks of death and interrupts nothing`;
      report('item-cannot-wait', path, what, 'Give it "interrupts"');
    }
  }
  const tops = data.bands.map((band) => band['up-to']);
  const rising = tops.every((top, index) => index === 0 || top > (tops[index - 1] ?? 0));
  if (!rising || tops.at(-1) !== highestScore(data)) {
    const what = `the bands end at ${tops.join(', ')}, the highest score is ${highestScore(data)}`;
    report('bands-incomplete', ['bands'], what, 'Let them rise to the highest score');
  }
  const bands = data.bands.map(({ id: name, text }, index) => ({
    name,
    text,
    path: ['bands', index, 'text'],
  }));
  for (const { name, text, path } of bands) {
    for (const language of languagesOf(data).filter((one) => text[one] === undefined)) {
      report('missing-text', path, `the band "${name}" says nothing in ${language}`, 'Write it');
    }
  }
  return [...problems, ...lintTexts(ownTexts(source, bands))];
}

function verbatimParts({ lead, answers, items }: Questionnaire) {
  const answerParts = (given: typeof answers, at: readonly PropertyKey[]) =>
    given.map(({ text }, index) => ({ path: [...at, 'answers', index, 'text'], text }));
  return [
    { path: ['lead'], text: lead },
    ...answerParts(answers, []),
    ...items.flatMap((item, index) => [
      { path: ['items', index, 'text'], text: item.text },
      ...answerParts(item.answers ?? [], ['items', index]),
    ]),
  ];
}
