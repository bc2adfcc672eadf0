import { problemLine } from '../../engine/problems.ts';
import { expiredUnawares } from '../../helplines/lines-to-confirm.ts';
import { unsignedLine } from '../../sign-off/signing-state.ts';
import { unsignedTexts } from '../../sign-off/unsigned-texts.ts';
import { type Command, readAsked } from './command.ts';

/** Lists everything there is to mend, and what is to be known of besides. */
export const lintCommand: Command = {
  usage: 'lint [DIR]',
  ids: { least: 0, most: 1 },
  run(deps, { ids: [id], dir }) {
    const { write, now } = deps;
    const { problems, helplines, library, places } = readAsked(deps, id ?? dir);
    for (const problem of problems) write(`${problemLine(problem).trim()}\n`);
    const { unsigned } = library ? unsignedTexts(library.content, places) : { unsigned: [] };
    for (const text of unsigned) write(`unsigned: ${unsignedLine(text)}\n`);
    const expired = expiredUnawares(helplines, now());
    for (const line of expired) write(`${line}\n`);
    const toMend = problems.length + expired.length;
    write(toMend === 0 ? 'No problem in the flows.\n' : `${toMend} to mend.\n`);
    return toMend === 0 ? 0 : 1;
  },
};
