import { matrix } from '../matrix.ts';
import { type Command, libraryAsked } from './command.ts';

/** Prints which level and signal leads to which flow. */
export const matrixCommand: Command = {
  usage: 'matrix [--dir DIR]',
  ids: { least: 0, most: 0 },
  run(deps, { dir }) {
    deps.write(`${matrix(libraryAsked(deps, dir).library)}\n`);
    return 0;
  },
};
