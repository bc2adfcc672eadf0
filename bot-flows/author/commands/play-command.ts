import { createInterface } from 'node:readline';
import { openAt } from '../../engine/converse.ts';
import { occasionOf } from '../occasion-of.ts';
import { play } from '../play.ts';
import { type Command, libraryAsked, UsageError } from './command.ts';

/** Plays one flow in the terminal until the input ends. */
export const playCommand: Command = {
  usage: 'play FLOW [--lang fr|en] [--vous] [--away] [--country FR] [--dir DIR]',
  ids: { least: 1, most: 1 },
  async run(deps, { ids: [id = ''], context, dir }) {
    const { input, write, createDialog } = deps;
    const { library } = libraryAsked(deps, dir);
    const flow = library.flows.get(id)?.flow;
    if (!flow) {
      const known = [...library.flows.keys()].join(', ');
      throw new UsageError(`no flow is called "${id}": use ${known}`);
    }
    const occasion = occasionOf(flow);
    const dialog = createDialog({ flows: library });
    const first = occasion
      ? await dialog.enter(occasion, null, context)
      : openAt(library, { flow: id, step: flow.start }, context);
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    await play({ dialog, lines, write }, context, first);
    return 0;
  },
};
