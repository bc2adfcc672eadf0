import { HELPLINE_ROLES } from '../helplines/helplines.ts';
import { type Branch, branchesOf, fullTarget, many, type Step } from './flow.ts';
import type { FlowSources } from './flow-sources.ts';
import type { Problem } from './problems.ts';

/** Whatever a step could leave a person with: no way on, or a way that leads nowhere. */
export function checkSteps(
  id: string,
  { flow }: FlowSources,
  sources: ReadonlyMap<string, FlowSources>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const { data } = flow;
  const report = (path: PropertyKey[], what: string, fix: string) =>
    problems.push({ file: flow.file, line: flow.lineOf(path), what, fix });
  const isStep = (target: string) => {
    const [flowId = '', step = ''] = fullTarget(target, id).split('.');
    return sources.get(flowId)?.flow.data.steps[step] !== undefined;
  };
  const mustExist = (path: PropertyKey[], target: string | undefined) => {
    if (target === undefined || isStep(target)) return;
    report(path, `no step is called "${target}"`, 'Name a step of this flow, or flow.step');
  };

  if (data.id !== id) report(['id'], `the id is "${data.id}"`, `Call it "${id}", like its folder`);
  mustExist(['start'], data.start);
  mustExist(['resume'], data.resume);
  for (const [name, step] of Object.entries(data.entries ?? {})) mustExist(['entries', name], step);
  for (const [name, target] of Object.entries(data.on ?? {})) mustExist(['on', name], target);
  for (const [index, { go }] of (data['on-signal'] ?? []).entries()) {
    mustExist(['on-signal', index, 'go'], go);
  }
  for (const step of data.topic ?? []) mustExist(['topic'], step);
  for (const [index, { say }] of (data.echo ?? []).entries()) {
    mustExist(['echo', index, 'say'], say);
  }
  for (const [name, step] of Object.entries(data.steps)) {
    const path = ['steps', name];
    mustExist([...path, 'unclear'], step.unclear);
    mustExist([...path, 'call'], step.call);
    for (const branch of branchesOf(step)) {
      mustExist([...path, 'next'], branch.go);
      mustExist([...path, 'next'], branch.after);
    }
    for (const role of many(step.show)) {
      if (!(HELPLINE_ROLES as readonly string[]).includes(role)) {
        const roles = HELPLINE_ROLES.join(', ');
        report([...path, 'show'], `there is no helpline role "${role}"`, `Use one of: ${roles}`);
      }
    }
    for (const { what, fix } of wayOn(step)) report(path, `step "${name}" ${what}`, fix);
    if (step.end && data.resume === undefined) {
      report(path, `step "${name}" ends the flow`, 'Give the flow "resume", for who writes on');
    }
  }
  return problems;
}

const always = (branch: Branch): boolean =>
  !branch.people && !branch['first-time'] && !branch.after && !branch.every;

function wayOn(step: Step): { what: string; fix: string }[] {
  const found: { what: string; fix: string }[] = [];
  const branches = branchesOf(step);
  const takes = (answer: string) =>
    branches.some((b) => always(b) && (b.when === undefined || many(b.when).includes(answer)));
  const options = step.options ?? [];
  if (!step.ask) {
    if (step.options)
      found.push({ what: 'offers options', fix: 'Give it "ask", or leave them out' });
    if (step.end || step.return) return found;
    if (!branches.some((b) => always(b) && b.when === undefined)) {
      found.push({ what: 'is a dead end', fix: 'Give it "next", "return: true" or "end: true"' });
    }
    return found;
  }
  if (branches.length === 0) {
    return [{ what: 'asks and then leads nowhere', fix: 'Give it "next"' }];
  }
  for (const option of options.filter((answer) => !takes(answer))) {
    found.push({ what: `has no branch for the answer "${option}"`, fix: 'Add one to "next"' });
  }
  for (const answer of branches.flatMap((branch) => many(branch.when))) {
    if (answer !== 'text' && !options.includes(answer)) {
      found.push({ what: `never gets the answer "${answer}"`, fix: 'Add it to "options"' });
    }
  }
  if (step.ask === 'open') {
    if (!takes('text')) {
      found.push({ what: 'has no branch for free text', fix: 'End "next" with a plain go' });
    }
    return found;
  }
  if (step.ask === 'yes-no' && !(options.includes('yes') && options.includes('no'))) {
    found.push({ what: 'asks for yes or no', fix: 'Offer the options yes and no' });
  }
  if (options.length === 0) found.push({ what: 'offers no choice', fix: 'Give it "options"' });
  if (step.unclear === undefined) {
    found.push({ what: 'has no way on for unclear answers', fix: 'Give it "unclear"' });
  }
  return found;
}
