import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { readSignatures } from './read-signatures.ts';
import type { Signable } from './signable.ts';
import { Signature } from './signature.ts';
import { type SigningState, sameName, signingState } from './signing-state.ts';

const HEAD = `# Who answers for which version of these texts, oldest first; by npm run flow -- sign.
# A signature holds for one content only: after any change the texts are signed anew.
`;

/** Why a signature isn't taken, in one line. */
export class SignatureRefused extends Error {
  override readonly name = 'SignatureRefused';
}

/**
 * Writes a name under a text as it stands now, beside it.
 * @returns how it is signed then.
 * @throws {SignatureRefused} when that name already stands under it, in whichever role.
 * @throws {FlowsError} when the file of signatures can't be read.
 */
export function sign(text: Signable, by: Pick<Signature, 'role' | 'name' | 'date'>): SigningState {
  const before = readSignatures(text);
  const twice = before.find(({ hash, name }) => hash === text.hash && sameName(name, by.name));
  if (twice) {
    throw new SignatureRefused(
      twice.role === by.role
        ? `${twice.name} has signed ${text.id} as it stands, on ${twice.date}`
        : `${twice.name} has signed ${text.id} as ${twice.role}: two roles are two people`,
    );
  }
  const signature = Signature.parse({ hash: text.hash, ...by });
  const after = [...before, signature];
  writeFileSync(text.file.path, HEAD + stringify(after, { lineWidth: 0 }));
  return signingState(text, after);
}
