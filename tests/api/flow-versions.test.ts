import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { createDialog } from '../../bot-flows/botkit/botkit-dialog.ts';
import { publishable } from '../../bot-flows/engine/library-shelf.ts';
import { loadFlows } from '../../bot-flows/engine/load-flows.ts';
import { openSqliteStores } from '../../server/adapters/storage/sqlite/sqlite-stores.ts';
import { aClassifier } from '../support/app-under-test.ts';
import { NOON } from '../support/builders.ts';
import { aFlowFolder } from '../support/flow-folder.ts';
import { realHelplines } from '../support/flow-library.ts';
import { serve } from '../support/in-process-server.ts';
import { aDataFolder } from '../support/running-server.ts';
import { tell } from '../support/tell.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The server as `server/main.ts` puts it together: published first, then answered from. */
async function start(file: string, flowsDir: string) {
  const stores = openSqliteStores({ file });
  const library = loadFlows(flowsDir, realHelplines());
  await stores.flows.publish(library.hash, publishable(library), NOON);
  const dialog = createDialog({ flows: library, published: stores.flows });
  const classifier = aClassifier({ level: 'none' }, { danger: { level: 'passive' } });
  const { url, stop } = await serve({ stores, dialog, classifier });
  return {
    url,
    stop: async () => {
      await stop();
      await stores.close();
    },
  };
}

test('a server restarted on changed flows lets conversations finish as they began', async () => {
  const data = aDataFolder();
  const flows = aFlowFolder();
  closing.push(data.remove, flows.remove);
  const file = join(data.dir, 'veilleuse.db');

  const first = await start(file, flows.dir);
  const { id } = await tell(first.url, 'signal d’essai');
  await first.stop();

  flows.change('sample/fr.yaml', 'On continue avec cela', 'Autrement dit, on continue');
  flows.change('ask-directly/fr.yaml', 'Je lis que vivre pèse trop', 'Vivre pèse trop, je le lis');
  const second = await start(file, flows.dir);
  closing.push(second.stop);
  const newcomer = await tell(second.url, 'signal d’essai');

  expect((await tell(second.url, 'plus', id)).said).toContain('On continue avec cela');
  expect((await tell(second.url, 'plus', newcomer.id)).said).toContain('Autrement dit');
  // Danger is answered with the newest text, whenever the conversation began.
  expect((await tell(second.url, 'danger', id)).said).toContain('Vivre pèse trop, je le lis');
});
