import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../engine/languages.ts';
import type { Library } from '../../engine/library.ts';
import { replay, transcriptContext } from '../transcript.ts';
import { allWays } from './all-ways.ts';
import { exploreFlow } from './explore-flow.ts';
import { type Ways, watched } from './watch-ways.ts';

/** How much of one flow was walked: ways are steps and what leads on from them. */
export interface FlowCoverage {
  readonly id: string;
  readonly all: readonly string[];
  /** In the conversations that were read and agreed. */
  readonly inTranscripts: ReadonlySet<string>;
  /** By trying every answer, and every past that a branch asks for. */
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
  const walked = new Set(LANGUAGES.flatMap((language) => [...walkedWays(library, language)]));
  const all = [...new Set(LANGUAGES.flatMap((language) => allWays(library, language)))];
  return [...library.flows.keys()].map((id) => ({
    id,
    all: all.filter((way) => way.startsWith(`${id}.`)),
    inTranscripts,
    walked,
  }));
}

const scriptsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, script: readFileSync(join(folder, name), 'utf8') }));

/** Every way that can be walked in a language. */
export function walkedWays(library: Library, locale: Language): Ways {
  const context = { ...AT_HOME, locale };
  const ids = [...library.flows.keys()];
  return new Set(ids.flatMap((id) => [...exploreFlow(library, id, context).ways]));
}

const AT_HOME = {
  address: 'tu',
  siteName: 'Veilleuse',
  peopleAvailable: true,
  country: 'FR',
  now: new Date('2026-11-26T20:30:00Z'),
} as const;
