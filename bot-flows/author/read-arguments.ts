import { parseArgs } from 'node:util';
import { type Asked, UsageError } from './commands/command.ts';

/**
 * What was typed after `npm run flow --`.
 * @throws {UsageError} in one line, naming what is wrong.
 */
export function readArguments(
  args: readonly string[],
  now: Date,
): {
  readonly what: string | undefined;
  readonly asked: Asked;
} {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lang: { type: 'string', default: 'fr' },
        country: { type: 'string', default: 'FR' },
        vous: { type: 'boolean', default: false },
        away: { type: 'boolean', default: false },
        dir: { type: 'string' },
        role: { type: 'string' },
        name: { type: 'string' },
        port: { type: 'string' },
      },
    });
    const { lang, country, vous, away, dir, role, name, port } = values;
    if (lang !== 'fr' && lang !== 'en') throw new Error('--lang is fr or en');
    if (!/^[A-Z]{2}$/.test(country)) {
      throw new Error('--country is two capital letters, such as FR');
    }
    if (port !== undefined && !isPort(port)) throw new Error('--port is a number up to 65535');
    const [what, ...ids] = positionals;
    const context = {
      locale: lang,
      address: vous ? ('vous' as const) : ('tu' as const),
      siteName: 'Veilleuse',
      peopleAvailable: !away,
      country,
      now,
    };
    const asked = { ids, context, dir, role, name, port: port ? Number(port) : undefined };
    return { what, asked };
  } catch (cause) {
    throw new UsageError((cause as Error).message.split('\n')[0] ?? 'unreadable', { cause });
  }
}

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
