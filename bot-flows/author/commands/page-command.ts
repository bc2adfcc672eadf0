import { createDesk } from '../page/desk.ts';
import { servePage } from '../page/serve-page.ts';
import { type Command, UsageError } from './command.ts';

/** Shows the flows in the browser, to this machine alone, until it is stopped. */
export const pageCommand: Command = {
  usage: 'page [FLOW] [--port 8090] [--dir DIR]',
  ids: { least: 0, most: 1 },
  async run(deps, { ids: [id], dir, port }) {
    const desk = createDesk(deps, dir);
    const { flows } = desk.look().draft;
    if (id !== undefined && !flows.has(id)) {
      throw new UsageError(`no flow is called "${id}": use ${[...flows.keys()].join(', ')}`);
    }
    const page = await servePage({ desk, web: deps.web, now: deps.now }, port);
    deps.write(`The author’s page: ${page.url}${id === undefined ? '' : `#${id}`}\n`);
    deps.write('It follows the files as they are saved. Ctrl+C ends it.\n');
    await deps.untilStopped();
    await page.stop();
    return 0;
  },
};
