import { sign } from '../../sign-off/sign.ts';
import { signables } from '../../sign-off/signable.ts';
import { ROLES, type Role } from '../../sign-off/signature.ts';
import { type Command, libraryAsked, UsageError } from './command.ts';

/** Writes a person's name under texts as they stand, once nothing in them is to mend. */
export const signCommand: Command = {
  usage: 'sign ID... --role author|clinician --name NAME [--dir DIR]',
  ids: { least: 1, most: 99 },
  run(deps, { ids, role, name, dir }) {
    if (!isRole(role)) throw new UsageError(`--role is ${ROLES.join(' or ')}`);
    if (!name?.trim()) throw new UsageError('--name says who signs');
    const { library, places } = libraryAsked(deps, dir);
    const known = new Map(signables(library.content, places).map((text) => [text.id, text]));
    const texts = ids.map((id) => {
      const text = known.get(id);
      if (text) return text;
      throw new UsageError(`no text is called "${id}": use ${[...known.keys()].join(', ')}`);
    });
    const date = deps.now().toISOString().slice(0, 10);
    for (const text of texts) {
      const { missing } = sign(text, { role, name: name.trim(), date });
      const rest = missing.length > 0 ? `still to sign: ${missing.join(', ')}` : 'signed by both';
      deps.write(`${text.id} ${text.hash.slice(0, 8)}: ${name.trim()}, ${role}; ${rest}\n`);
    }
    return 0;
  },
};

const isRole = (role: string | undefined): role is Role =>
  (ROLES as readonly (string | undefined)[]).includes(role);
