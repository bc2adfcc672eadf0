import { isAboutDanger } from '../engine/flow.ts';
import { LANGUAGES } from '../engine/languages.ts';
import type { Problem } from '../engine/problems.ts';
import type { FlowSources } from './flow-sources.ts';
import { reporter } from './reporter.ts';
import { textParts } from './text-parts.ts';

/** What a flow owes that answers danger: the word, a person, a number, distance, a way to go on. */
export function checkRiskFlow({ flow, texts }: FlowSources): readonly Problem[] {
  const { data } = flow;
  if (!isAboutDanger(data)) return [];
  const problems: Problem[] = [];
  const report = reporter(flow, problems);
  const steps = Object.entries(data.steps);
  const parts = textParts(texts);
  const inEach = (holds: (language: string) => boolean) => LANGUAGES.every(holds);
  const says = (pattern: RegExp) =>
    inEach((one) => parts.some(({ language, text }) => language === one && pattern.test(text)));
  const asksPlainly = inEach((one) =>
    parts.some(
      ({ language, kind, path, text }) =>
        language === one &&
        kind === 'question' &&
        data.steps[String(path[0])]?.ask === 'yes-no' &&
        /suicid/i.test(text),
    ),
  );
  if (!asksPlainly) {
    const what = 'the flow never asks about suicide by its name';
    report('risk-asks-directly', ['entries'], what, 'Add a yes-no question with the word in it');
  }
  if (!steps.some(([, { request, offer }]) => request === 'person' || offer === 'person')) {
    report(
      'risk-person',
      ['entries'],
      'the flow leads to no person',
      'Add a step with "request: person"',
    );
  }
  if (
    !says(/\{(?:suicide|emergency)\}/) &&
    !steps.some(([, { show, helplines }]) => show ?? helplines)
  ) {
    report('risk-number', ['entries'], 'the flow names no number', 'Name {suicide} or {emergency}');
  }
  if (!says(/distance/i)) {
    const fix = 'Add a step that asks for distance, without asking from what';
    report('risk-distance', ['entries'], 'the flow says nothing of distance from means', fix);
  }
  if (data.resume === undefined) {
    report(
      'risk-goes-on',
      ['entries'],
      'the flow leaves no way to go on talking',
      'Give it "resume"',
    );
  }
  return problems;
}
