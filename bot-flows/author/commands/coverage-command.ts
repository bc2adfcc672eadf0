import { existsSync } from 'node:fs';
import { table } from '../table.ts';
import { describeWay } from '../walks/all-ways.ts';
import { coverage } from '../walks/coverage.ts';
import { type Command, libraryAsked } from './command.ts';

/** Prints how much of each flow was walked, and what nothing walks. */
export const coverageCommand: Command = {
  usage: 'coverage [--dir DIR]',
  ids: { least: 0, most: 0 },
  run(deps, { dir }) {
    const { write, transcriptsDir } = deps;
    const { library } = libraryAsked(deps, dir);
    // They were written for the flows that ship.
    const isShipped = dir === undefined && existsSync(transcriptsDir);
    const flows = coverage(library, isShipped ? transcriptsDir : null);
    const share = (all: readonly string[], of: ReadonlySet<string>) => {
      const count = all.filter((way) => of.has(way)).length;
      return `${count} of ${all.length}`;
    };
    const rows = flows.map(({ id, all, inTranscripts, walked }) => {
      const steps = all.filter((way) => !way.includes('>'));
      const ways = all.filter((way) => way.includes('>'));
      const cells = [steps, ways].flatMap((part) => [
        share(part, inTranscripts),
        share(part, walked),
      ]);
      return [id, ...cells];
    });
    const head = ['flow', 'steps read', 'steps walked', 'ways read', 'ways walked'];
    write(`${table(head, rows)}\n\n`);
    write(
      'Read: in tests/transcripts. Walked: by trying every answer, and every past that a branch asks for.\n',
    );
    const missed = flows.flatMap(({ all, walked }) => all.filter((way) => !walked.has(way)));
    for (const way of missed) write(`never walked: ${describeWay(library, way)}\n`);
    return missed.length === 0 ? 0 : 1;
  },
};
