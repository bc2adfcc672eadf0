import type { LibraryContent } from '../engine/library-content.ts';
import type { LibraryPlaces } from '../engine/library-places.ts';
import { readSignatures } from './read-signatures.ts';
import { signables } from './signable.ts';
import { type SigningState, signingState, unsignedLine } from './signing-state.ts';

/** Texts that nobody, or not both roles, have answered for as they stand. */
export class UnsignedTextsError extends Error {
  override readonly name = 'UnsignedTextsError';

  constructor(unsigned: readonly SigningState[]) {
    super(
      [
        `${unsigned.length} texts may not be said to anybody yet:`,
        ...unsigned.map((text) => `  ${unsignedLine(text)}`),
        'Sign what was reviewed: npm run flow -- sign ID --role author|clinician --name NAME',
        'To try it out meanwhile, start without NODE_ENV=production and REQUIRE_SIGNED_TEXTS.',
      ].join('\n'),
    );
  }
}

/**
 * The texts of a library that are not signed by both roles as they stand now.
 * @throws {FlowsError} when a file of signatures can't be read.
 */
export function unsignedTexts(
  content: LibraryContent,
  places: LibraryPlaces,
): { readonly unsigned: readonly SigningState[]; readonly all: number } {
  const states = signables(content, places).map((text) => signingState(text, readSignatures(text)));
  return { unsigned: states.filter(({ missing }) => missing.length > 0), all: states.length };
}
