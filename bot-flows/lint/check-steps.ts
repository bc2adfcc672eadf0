import { fullTarget, many, type Step } from '../engine/flow.ts';
import type { Problem } from '../engine/problems.ts';
import { branchesOf } from '../engine/run-flow.ts';
import { HELPLINE_ROLES } from '../helplines/helplines.ts';
import { answersOf } from './answers-of.ts';
import type { FlowSources, LibrarySources } from './flow-sources.ts';
import { type Report, reporter } from './reporter.ts';
import { wayOn } from './way-on.ts';

const RESERVED = /^(exercise|questionnaire)-/;

/** Whatever a step could leave a person with: no way on, or a way that leads nowhere. */
export function checkSteps(
  id: string,
  { flow }: FlowSources,
  library: LibrarySources,
): readonly Problem[] {
  const problems: Problem[] = [];
  const { data } = flow;
  const report = reporter(flow, problems);
  if (data.id !== id) {
    report(
      'id-unlike-folder',
      ['id'],
      `the id is "${data.id}"`,
      `Call it "${id}", like its folder`,
    );
  }
  if (RESERVED.test(id)) {
    report(
      'reserved-id',
      ['id'],
      `the flow is called "${id}"`,
      'Give it and its folder another name',
    );
  }
  checkTargets(id, { flow }, library, report);
  for (const [name, step] of Object.entries(data.steps)) {
    const path = ['steps', name];
    for (const key of ['show', 'helplines'] as const) {
      for (const role of many(step[key])) {
        if ((HELPLINE_ROLES as readonly string[]).includes(role)) continue;
        const fix = `Use one of: ${HELPLINE_ROLES.join(', ')}`;
        report('unknown-helpline', [...path, key], `there is no helpline role "${role}"`, fix);
      }
    }
    const doings = doingsOf(step);
    if (doings.length > 1) {
      const what = `step "${name}" has ${doings.map((one) => `"${one}"`).join(' and ')}`;
      report('two-things-at-once', path, what, 'Make a step of each');
    }
    for (const { rule, what, fix, at } of wayOn(name, step, answersOf(step, library))) {
      report(rule, [...path, ...at], `step "${name}" ${what}`, fix);
    }
    if (step.end && data.resume === undefined) {
      const fix = 'Give the flow "resume", for who writes on';
      report('end-without-resume', [...path, 'end'], `step "${name}" ends the flow`, fix);
    }
  }
  return problems;
}

const doingsOf = (step: Step): readonly string[] =>
  (['ask', 'exercise', 'questionnaire', 'offer', 'call', 'return', 'end'] as const).filter(
    (key) => step[key] !== undefined,
  );

function checkTargets(
  id: string,
  { flow }: Pick<FlowSources, 'flow'>,
  { flows }: LibrarySources,
  report: Report,
): void {
  const { data } = flow;
  const mustExist = (path: readonly PropertyKey[], target: string | undefined) => {
    if (target === undefined) return;
    const [flowId = '', step = ''] = fullTarget(target, id).split('.');
    if (flows.get(flowId)?.flow.data.steps[step]) return;
    const fix = 'Name a step of this flow, or flow.step';
    report('unknown-step', path, `no step is called "${target}"`, fix);
  };
  mustExist(['start'], data.start);
  mustExist(['resume'], data.resume);
  mustExist(['onward'], data.onward);
  for (const [name, step] of Object.entries(data.entries ?? {})) mustExist(['entries', name], step);
  for (const [name, target] of Object.entries(data.on ?? {})) mustExist(['on', name], target);
  for (const [index, { go }] of (data['on-signal'] ?? []).entries()) {
    mustExist(['on-signal', index, 'go'], go);
  }
  for (const [index, { say }] of (data.echo ?? []).entries()) {
    mustExist(['echo', index, 'say'], say);
  }
  for (const list of ['topic', 'someone-else', 'danger-now', 'probing'] as const) {
    for (const [index, step] of (data[list] ?? []).entries()) mustExist([list, index], step);
  }
  for (const [name, step] of Object.entries(data.steps)) {
    const path = ['steps', name];
    mustExist([...path, 'unclear'], step.unclear);
    mustExist([...path, 'call'], step.call);
    for (const [index, { go }] of (step.hears ?? []).entries()) {
      mustExist([...path, 'hears', index, 'go'], go);
    }
    for (const [index, branch] of branchesOf(step).entries()) {
      const at = typeof step.next === 'string' ? [] : [index];
      mustExist([...path, 'next', ...at, ...(at.length > 0 ? ['go'] : [])], branch.go);
      mustExist([...path, 'next', ...at, 'after'], branch.after);
    }
  }
}
