import { join } from 'node:path';
import type { DialogContext } from '../../bot-flows/dialog.ts';
import type { Library } from '../../bot-flows/engine/library.ts';
import { loadFlows } from '../../bot-flows/engine/load-flows.ts';
import { type Helplines, loadHelplines } from '../../bot-flows/helplines/helplines.ts';

const root = join(__dirname, '..', '..');
export const FLOWS_DIR = join(root, 'bot-flows', 'flows');
export const HELPLINES_FILE = join(root, 'data', 'helplines', 'helplines.json');

let library: Library | undefined;

/** The flows that ship, read once for a suite. */
export function realLibrary(): Library {
  library ??= loadFlows(FLOWS_DIR, realHelplines());
  return library;
}

export const realHelplines = (): Helplines => loadHelplines(HELPLINES_FILE);

export const aContext = (changes: Partial<DialogContext> = {}): DialogContext => ({
  locale: 'fr',
  address: 'tu',
  siteName: 'Veilleuse',
  peopleAvailable: true,
  country: 'FR',
  // A Thursday evening: what is open by day is closed, what is open late isn’t yet.
  now: new Date('2026-11-26T20:30:00Z'),
  ...changes,
});

/** Every way a person can be spoken to: language × address × whether people are there. */
export const everyVoice = (): readonly DialogContext[] =>
  ['fr', 'en'].flatMap((locale) =>
    (['tu', 'vous'] as const).flatMap((address) =>
      [true, false].map((peopleAvailable) => aContext({ locale, address, peopleAvailable })),
    ),
  );
