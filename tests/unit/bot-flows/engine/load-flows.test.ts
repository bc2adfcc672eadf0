import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadFlows } from '../../../../bot-flows/engine/load-flows.ts';
import { FlowsError } from '../../../../bot-flows/engine/problems.ts';
import { aFlowFolder, type FlowFolder } from '../../../support/flow-folder.ts';
import { realHelplines } from '../../../support/flow-library.ts';

let folder: FlowFolder;
beforeEach(() => {
  folder = aFlowFolder();
});
afterEach(() => folder.remove());

function refusal(): FlowsError {
  try {
    loadFlows(folder.dir, realHelplines());
  } catch (error) {
    if (error instanceof FlowsError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

// What is refused, rule by rule, is in ../lint/planted-faults.test.ts.
describe('the loader', () => {
  test('refuses with everything at once, each with file, line, rule, reason and remedy', () => {
    folder.change('check-in/flow.yaml', 'go: offer }', 'go: ofer }');
    folder.change('welcome/fr.yaml', '{site}', '{sight}');
    folder.change('welcome/en.yaml', /^short-hello:\n {2}who: .*\n/m, '');
    const { problems, message } = refusal();
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual(
      expect.arrayContaining([
        'flows/check-in/flow.yaml unknown-step',
        'flows/welcome/fr.yaml unknown-name-in-braces',
        'flows/welcome/en.yaml missing-text',
      ]),
    );
    expect(message).toMatch(
      /\n {2}flows\/check-in\/flow\.yaml:\d+: \[unknown-step\] no step is called "ofer": whoever is sent there loses the thread\. Name a step/,
    );
  });
  test('says of files that can’t be read only that', () => {
    folder.change('sample/en.yaml', 'first:', 'first: [');
    expect(refusal().problems.map(({ rule }) => rule)).toEqual(['malformed-yaml']);
  });
  test('reads exercises and questionnaires beside the flows', () => {
    const { flows } = loadFlows(folder.dir, realHelplines());
    expect([...flows.keys()]).toEqual(
      expect.arrayContaining(['exercise-stones', 'questionnaire-weather', 'sample']),
    );
  });
});
