import { afterEach, expect, test } from '@jest/globals';
import { aFlowFolder } from '../support/flow-folder.ts';
import { aDataFolder, startVeilleuse } from '../support/running-server.ts';
import { tell } from '../support/tell.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

test('an upgrade of the flows leaves the conversations under way on their own words', async () => {
  const data = aDataFolder();
  const flows = aFlowFolder();
  closing.push(data.remove, flows.remove);
  const env = { DATA_DIR: data.dir, FLOWS_DIR: flows.dir, TEST_ENDPOINT: '1' };

  const first = await startVeilleuse(env);
  closing.push(first.kill);
  const { id } = await tell(first.url, 'essai');
  await first.kill();

  flows.change('sample/fr.yaml', 'On continue avec cela', 'Autrement dit, on continue');
  const second = await startVeilleuse(env);
  closing.push(second.stop);
  expect((await tell(second.url, 'plus', id)).said).toContain('On continue avec cela');
  const newcomer = await tell(second.url, 'essai');
  expect((await tell(second.url, 'plus', newcomer.id)).said).toContain('Autrement dit');
});
