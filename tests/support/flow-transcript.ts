import { replay as replayIn } from '../../bot-flows/author/transcript.ts';
import type { DialogContext } from '../../bot-flows/dialog.ts';
import { realLibrary } from './flow-library.ts';

/** Plays a written conversation again with the flows that ship. */
export const replay = (script: string, context: DialogContext): string =>
  replayIn(realLibrary(), script, context);
