import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createSecrets } from './adapters/secrets.ts';
import { createResponder } from './app/create-responder.ts';
import { type Config, readConfig } from './config.ts';
import { ROLES } from './domain/responder.ts';
import {
  HELPLINES_USAGE,
  type HelplinesOptions,
  HelplinesUsageError,
  helplinesCommand,
} from './helplines-command.ts';
import { exportLabelsTo, forgetLabels } from './label-commands.ts';
import { openHelplineDesk } from './open-helpline-desk.ts';
import { openStores } from './open-stores.ts';
import type { Stores } from './ports/stores.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const USAGE = `npm run admin -- COMMAND, on the machine of the installation and with its environment

  create-responder --email E --name N [--role responder,operator,administrator]
                     the password comes from standard input; without one, one is made and shown
  ${HELPLINES_USAGE}
  erase --conversation ID
                     removes a conversation and everything kept about it
  export-labels --to FILE
                     writes what responders said about levels, masked, where consent was given
  forget-labels --conversation ID --in FILE
                     takes a conversation's labels out of such a file again
  purge              removes conversations older than RETENTION_DAYS that no case keeps open`;

class UsageError extends Error {
  override readonly name = 'UsageError';
}

const NewAccount = z.object({
  email: z.email(),
  name: z.string().trim().min(1).max(60),
  role: z
    .string()
    .default('responder')
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(ROLES)).min(1)),
});

const COMMANDS: Record<
  string,
  (stores: Stores, args: string[], config: Config) => Promise<string>
> = {
  async 'create-responder'(stores, args) {
    const { values } = parse(args, ['email', 'name', 'role']);
    const account = NewAccount.safeParse(values);
    if (!account.success) {
      const [issue] = account.error.issues;
      throw new UsageError(`--${String(issue?.path[0])}: ${issue?.message}`);
    }
    const given = await passwordFromInput();
    if (given !== undefined && given.length < 12) {
      throw new UsageError('the password has fewer than 12 characters');
    }
    const password = given ?? randomBytes(15).toString('base64url');
    const { email, name, role } = account.data;
    await createResponder(
      { responders: stores.responders, secrets: createSecrets(), clock: { now: () => new Date() } },
      { email, name, roles: role, password },
    );
    return `${email} can sign in (${role.join(', ')}).${given === undefined ? ` Password: ${password}` : ''}`;
  },

  async helplines(_stores, args, { dataDir, site }) {
    const { values, positionals } = parseWith(args, {
      ...{ by: { type: 'string' }, line: { type: 'string' }, all: { type: 'boolean' } },
    });
    const [action, ...rest] = positionals;
    if (rest.length > 0) throw new UsageError(`"${rest[0]}" is one word too many`);
    const clock = { now: () => new Date() };
    const desk = openHelplineDesk({ root, dataDir, country: site.country, clock });
    return helplinesCommand(desk, action, values);
  },

  async erase(stores, args) {
    const id = parse(args, ['conversation']).values.conversation;
    if (!id) throw new UsageError('--conversation ID is missing');
    const receiptId = createSecrets().newId();
    const erased = await stores.conversations.erase(id, receiptId, new Date());
    if (!erased) throw new UsageError(`there is no conversation ${id}`);
    return `Erased. Receipt ${receiptId}`;
  },

  async 'export-labels'(stores, args) {
    const { to } = parse(args, ['to']).values;
    if (!to) throw new UsageError('--to FILE is missing');
    return exportLabelsTo(to, stores, root);
  },

  async 'forget-labels'(_stores, args) {
    const { conversation, in: file } = parse(args, ['conversation', 'in']).values;
    if (!conversation || !file) throw new UsageError('--conversation ID or --in FILE is missing');
    return forgetLabels(conversation, file);
  },

  async purge(stores, args, { retentionDays }) {
    parse(args, []);
    const before = new Date(Date.now() - retentionDays * 24 * 3600_000);
    return `${await stores.conversations.purge(before)} conversations erased, all opened before ${before.toISOString()}`;
  },
};

function parse(args: string[], names: readonly string[]) {
  try {
    return parseArgs({
      args,
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    }) as { values: Record<string, string | undefined> };
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n')[0]);
  }
}

function parseWith(args: string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args, options, allowPositionals: true }) as {
      values: HelplinesOptions;
      positionals: string[];
    };
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n')[0]);
  }
}

async function passwordFromInput(): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const password = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
  return password === '' ? undefined : password;
}

async function main([name = '', ...args]: string[]): Promise<void> {
  const command = COMMANDS[name];
  if (!command) throw new UsageError(`${name ? `there is no command ${name}\n\n` : ''}${USAGE}`);
  const config = readConfig(process.env, root);
  const stores = await openStores(config);
  try {
    process.stdout.write(`${await command(stores, args, config)}\n`);
  } finally {
    await stores.close();
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`admin: ${error.message}\n`);
    const usage = error instanceof UsageError || error instanceof HelplinesUsageError;
    process.exit(usage ? 2 : 1);
  },
);
