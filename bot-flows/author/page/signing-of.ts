import { readSignatures } from '../../sign-off/read-signatures.ts';
import { type Signable, signables } from '../../sign-off/signable.ts';
import type { Signature } from '../../sign-off/signature.ts';
import { signingState } from '../../sign-off/signing-state.ts';
import type { Look } from './desk.ts';
import type { SignatureWire, SigningWire } from './page-wire.ts';

const HASH_SHOWN = 8;

/** Who answers for each text as it stands, by the name under which it is signed. */
export const signingOf = ({ draft, places }: Look): ReadonlyMap<string, SigningWire> =>
  new Map(signables(draft.content, places).map((text) => [text.id, stateOf(text)]));

function stateOf(text: Signable): SigningWire {
  const { signed, missing, earlier } = signingState(text, signaturesOf(text));
  return {
    id: text.id,
    hash: text.hash.slice(0, HASH_SHOWN),
    signed: signed.map(shown),
    missing,
    earlier: earlier && shown(earlier),
  };
}

/** A file that can't be read holds no signature. */
function signaturesOf(text: Signable): readonly Signature[] {
  try {
    return readSignatures(text);
  } catch {
    return [];
  }
}

const shown = ({ role, name, date }: Signature): SignatureWire => ({ role, name, date });
