import { destination, pino } from 'pino';
import type { Log } from '../ports/log.ts';

/**
 * JSON lines on standard error. Of an error only its name, code and the places it passed are
 * written: messages of parsers and drivers quote what they were given, and that may be somebody's
 * words.
 */
export function createLog(level: string): Log {
  return pino({ level, serializers: { err: withoutWords } }, destination({ fd: 2, sync: true }));
}

function withoutWords(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    at: places.slice(0, 8).map((place) => place.trim()),
    ...(error.cause !== undefined && { cause: withoutWords(error.cause) }),
  };
}
