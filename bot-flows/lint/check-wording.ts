import { isAboutDanger } from '../engine/flow.ts';
import type { FlowSources } from '../engine/flow-sources.ts';
import { LANGUAGES, type Language } from '../engine/library.ts';
import type { Problem } from '../engine/problems.ts';
import type { Source } from '../engine/read-yaml.ts';
import { allVariants, Bubble, optionLabel, type Texts, wordingsOf } from '../engine/texts.ts';
import { WORDING_RULES } from './wording-rules.ts';

/** What the texts of one folder say that no text may say. */
export function checkWording(texts: Readonly<Record<Language, Source<Texts>>>): readonly Problem[] {
  return LANGUAGES.flatMap((language) => {
    const { data, file, lineOf } = texts[language];
    const found = Object.entries(data).flatMap(([step, { options = {}, ...bubbles }]) => [
      ...Object.entries(bubbles).flatMap(([name, raw]) => {
        const bubble = Bubble.safeParse(raw);
        if (!bubble.success) return [];
        return wordingsOf(bubble.data).flatMap((wording, index) =>
          allVariants(wording).map((text) => ({ text, path: [step, name, index] })),
        );
      }),
      ...Object.entries(options).flatMap(([id, option]) =>
        (['tu', 'vous'] as const).map((address) => ({
          text: optionLabel(option, address),
          path: [step, 'options', id],
        })),
      ),
    ]);
    const problems = new Map<string, Problem>();
    for (const { text, path } of found) {
      for (const rule of WORDING_RULES) {
        if (rule.language !== undefined && rule.language !== language) continue;
        const match = rule.pattern.exec(rule.apart ? text.replace(rule.apart, '') : text);
        if (!match) continue;
        const line = lineOf(path);
        problems.set(`${rule.id} ${line} ${path.join('.')}`, {
          file,
          line,
          rule: rule.id,
          what: `"${path.slice(0, 2).join('.')}" says “${match[0].trim()}”`,
          why: rule.why,
          fix: rule.fix,
        });
      }
    }
    return [...problems.values()];
  });
}

/** What a flow owes that answers danger: the word, a person, distance, a way to go on. */
export function checkRiskFlow({ flow, texts }: FlowSources): readonly Problem[] {
  const { data, file } = flow;
  if (!isAboutDanger(data)) return [];
  const steps = Object.entries(data.steps);
  const asksPlainly = LANGUAGES.every((language) =>
    steps.some(
      ([id, step]) =>
        step.ask === 'yes-no' && /suicid/i.test(JSON.stringify(texts[language].data[id]?.ask)),
    ),
  );
  const owed = [
    [
      asksPlainly,
      'risk-asks-directly',
      'never asks about suicide by its name',
      'asking directly harms nobody, and is how people are found',
      'Add a yes-no question with the word in it',
    ],
    [
      steps.some(([, { request }]) => request === 'person'),
      'risk-person',
      'leads to no person',
      'a program is no answer to danger',
      'Add a step with "request: person"',
    ],
    [
      LANGUAGES.every((language) => /distance/i.test(JSON.stringify(texts[language].data))),
      'risk-distance',
      'says nothing of distance from means',
      'the worst moments pass when nothing is at hand',
      'Add a step that asks for distance, without asking from what',
    ],
    [
      data.resume !== undefined,
      'risk-goes-on',
      'leaves no way to go on talking',
      'numbers alone must never end a talk',
      'Give it "resume"',
    ],
  ] as const;
  return owed
    .filter(([holds]) => !holds)
    .map(([, rule, what, why, fix]) => ({
      file,
      line: flow.lineOf(['entries']),
      rule,
      what: `the flow ${what}`,
      why,
      fix,
    }));
}
