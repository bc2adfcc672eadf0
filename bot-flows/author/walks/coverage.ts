import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../../engine/library.ts';
import { replay, transcriptContext } from '../transcript.ts';
import { allWays } from './all-ways.ts';
import { exploreFlow } from './explore-flow.ts';
import { walkContexts } from './walk-contexts.ts';
import { type Ways, watched } from './watch-ways.ts';

/** How much of one flow was walked: ways are steps and what leads on from them. */
export interface FlowCoverage {
  readonly id: string;
  readonly all: readonly string[];
  /** In the conversations that were read and agreed. */
  readonly inTranscripts: ReadonlySet<string>;
  /** By trying every answer. */
  readonly walked: ReadonlySet<string>;
}

/**
 * What of a library is walked by the written conversations, and what by trying everything.
 * @param transcripts the folder of the conversations; none are read when it is missing.
 * @throws {Error} when one of them taps what isn't offered any more.
 */
export function coverage(library: Library, transcripts: string | null): readonly FlowCoverage[] {
  const inTranscripts: Ways = new Set();
  const scripts = transcripts === null ? [] : scriptsIn(transcripts);
  for (const { name, script } of scripts) {
    replay(watched(library, inTranscripts), script, transcriptContext(name, script));
  }
  const walked = walkedWays(library, ['fr']);
  return [...library.flows.keys()].map((id) => ({
    id,
    all: allWays(library, id),
    inTranscripts,
    walked,
  }));
}

const scriptsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, script: readFileSync(join(folder, name), 'utf8') }));

/** Every way that is found by trying everything, in these languages. */
export function walkedWays(library: Library, locales: readonly ('fr' | 'en')[]): Ways {
  const ways: Ways = new Set();
  for (const locale of locales) {
    for (const context of walkContexts(library, locale)) {
      for (const id of library.flows.keys()) {
        for (const way of exploreFlow(library, id, context).ways) ways.add(way);
      }
    }
  }
  return ways;
}
