import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Id } from '../../engine/flow.ts';
import { type Command, UsageError } from './command.ts';

/** The name that stands in the files a new flow begins with. */
const PLACEHOLDER = 'my-subject';

/** Begins a flow: four steps in both languages that can be played at once, to be rewritten. */
export const newCommand: Command = {
  usage: 'new FLOW [--dir DIR]',
  ids: { least: 1, most: 1 },
  run({ flowsDir, newFlowDir, write }, { ids: [id = ''], dir = flowsDir }) {
    if (!Id.safeParse(id).success) {
      throw new UsageError(`"${id}" can’t be a name: use lower-case letters, digits and -`);
    }
    const folder = join(dir, id);
    if (existsSync(folder)) throw new UsageError(`${folder} is there already: choose another name`);
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(newFlowDir).filter((one) => one.endsWith('.yaml'))) {
      const text = readFileSync(join(newFlowDir, name), 'utf8').replaceAll(PLACEHOLDER, id);
      writeFileSync(join(folder, name), text);
    }
    write(`${folder}: flow.yaml, fr.yaml and en.yaml are there, to be rewritten.\n`);
    write(`See it: npm run flow -- page ${id}\n`);
    write('How people come to it: docs/guides/authors.en.md, or authors.fr.md in French.\n');
    return 0;
  },
};
