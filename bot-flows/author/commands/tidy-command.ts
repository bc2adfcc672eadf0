import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../engine/languages.ts';
import { placesIn, placesNamed, type Spot } from '../../engine/library-places.ts';
import { tidyTexts } from '../tidy-texts.ts';
import { type Command, UsageError } from './command.ts';

/** Sets the signs and spaces of texts right, as keyboards can’t. */
export const tidyCommand: Command = {
  usage: 'tidy FLOW... [--dir DIR]',
  ids: { least: 1, most: 99 },
  run({ flowsDir, write }, { ids, dir }) {
    const places = dir === undefined ? placesIn(flowsDir) : placesNamed(dir, flowsDir);
    const spots = ids.map((id) => {
      const spot = places?.flows.get(id) ?? places?.exercises.get(id.replace(/^exercises\//, ''));
      if (!spot) throw new UsageError(`no flow is called "${id}"`);
      return spot;
    });
    const changed = spots.flatMap(tidied);
    for (const file of changed) write(`${file}: signs and spaces put right\n`);
    if (changed.length === 0) write('Nothing to put right.\n');
    return 0;
  },
};

/** @returns the files that it changed, as findings name them. */
function tidied({ path, shown }: Spot): readonly string[] {
  return LANGUAGES.flatMap((language) => {
    const file = join(path, `${language}.yaml`);
    const before = readFileSync(file, 'utf8');
    const after = tidyTexts(before, language);
    if (after === before) return [];
    writeFileSync(file, after);
    return [`${shown}/${language}.yaml`];
  });
}
