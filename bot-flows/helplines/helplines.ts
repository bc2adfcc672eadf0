import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const HELPLINE_ROLES = [
  'suicide',
  'suicide-text',
  'emergency',
  'emergency-text',
  'police',
  'fire',
  'child',
  'bullying',
  'violence',
  'elder',
  'listening',
  'youth',
  'crisis',
] as const;
export type HelplineRole = (typeof HELPLINE_ROLES)[number];

/** A day, month or year, as exact as the source was. */
const Seen = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'use 2026, 2026-11 or 2026-11-24');

const Line = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    label: z.string().min(1),
    href: z.string().regex(/^(tel|sms):\+?\d+(\?body=\w+)?$/, 'use tel: or sms: and digits'),
    by: z.enum(['call', 'text', 'chat']),
    first: z.literal(true).optional(),
    emergency: z.literal(true).optional(),
    for: z.array(z.enum(HELPLINE_ROLES)).min(1),
    hours: z.string().min(1),
    audience: z.array(z.string().min(1)).min(1),
    about: z.strictObject({ fr: z.string().min(1), en: z.string().min(1) }),
    source: z.string().min(1),
    /** When the source said so; `null` for an undated one. Never the day it was typed in. */
    verifiedOn: Seen.nullable(),
    expiresOn: z.iso.date().nullable(),
    doubt: z.string().optional(),
  })
  .refine((line) => line.href !== 'tel:114', 'the French 114 takes no voice calls: use sms:114')
  .refine(
    (line) => line.href.startsWith('sms:') === (line.by === 'text'),
    'by: text goes with sms:, by: call with tel:',
  );
export type Helpline = z.infer<typeof Line>;

const Country = z.strictObject({
  lines: z
    .array(Line)
    .min(1)
    .refine((lines) => lines.some((line) => line.emergency), 'name an emergency number')
    .refine(
      (lines) => new Set(lines.map((line) => line.id)).size === lines.length,
      'two lines have the same id',
    ),
});
export const Helplines = z.strictObject({
  note: z.string(),
  countries: z
    .record(z.string().regex(/^[A-Z]{2}$/), Country)
    .refine(
      (countries) => 'XX' in countries,
      'XX, for countries without a list of their own, is missing',
    ),
});
export type Helplines = z.infer<typeof Helplines>;

export class HelplinesError extends Error {
  override readonly name = 'HelplinesError';
}

/**
 * Reads `data/helplines/helplines.json`. What is out of date loads all the same; see
 * `staleHelplines`.
 * @throws {HelplinesError} naming every field that is wrong.
 */
export function loadHelplines(file: string): Helplines {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new HelplinesError(`${file} can't be read: ${(cause as Error).message}`, { cause });
  }
  const parsed = Helplines.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `  ${issue.path.join('.')}: ${issue.message}`,
  );
  throw new HelplinesError([`${file}:`, ...problems].join('\n'));
}

/** The lines of a country, or those of `XX` where it has none here. */
export const linesFor = (helplines: Helplines, country: string): readonly Helpline[] =>
  (helplines.countries[country.toUpperCase()] ?? helplines.countries.XX)?.lines ?? [];
