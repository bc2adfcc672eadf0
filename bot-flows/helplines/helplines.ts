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

const Span = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):(00|15|30|45)-(([01]\d|2[0-3]):(00|15|30|45)|24:00)$/,
    'use spans such as 09:00-23:00, in quarters of an hour',
  );
const Spans = z.array(Span);
const Week = z.strictObject({
  mon: Spans,
  tue: Spans,
  wed: Spans,
  thu: Spans,
  fri: Spans,
  sat: Spans,
  sun: Spans,
});
const Zone = z
  .string()
  .refine(
    (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'Etc/UTC',
    'use an IANA time zone such as Europe/Paris',
  );
const Hours = z.union([
  z.strictObject({ zone: Zone, open: z.literal('always') }),
  z.strictObject({
    zone: Zone,
    /** Spans by day; one that ends before it begins passes midnight. */
    week: Week,
    /** What the source says of public holidays. */
    holidays: z.enum(['as-usual', 'closed', 'unknown']),
  }),
]);
/** When a line is answered, in its own time zone. */
export type Hours = z.infer<typeof Hours>;

const Line = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    label: z.string().min(1),
    href: z.string().regex(/^(tel|sms):\+?\d+(\?body=\w+)?$/, 'use tel: or sms: and digits'),
    by: z.enum(['call', 'text']),
    /** The line to name first when someone thinks about suicide. */
    first: z.literal(true).optional(),
    /** A national emergency number: never left out. */
    emergency: z.literal(true).optional(),
    /** Who gave the number to one service, by law or in the numbering plan: never left out. */
    assigned_by: z.string().min(1).optional(),
    kind: z.array(z.enum(HELPLINE_ROLES)).min(1),
    /** `null` when the source doesn't say. */
    hours: Hours.nullable(),
    modality: z
      .array(
        z.enum(['phone', 'sms', 'chat', 'mail', 'app', 'web', 'video', 'form', 'sign-language']),
      )
      .min(1),
    audience: z.array(z.string().min(1)).min(1),
    /** Spoken languages as the source gives them; empty when it doesn't. */
    languages: z.array(z.string().regex(/^[a-z]{2}$/)),
    cost: z.enum(['free', 'standard', 'unknown']),
    about: z.strictObject({ fr: z.string().min(1), en: z.string().min(1) }),
    source: z.string().min(1),
    /** When the source said so; `null` for an undated one. Never the day it was typed in. */
    verified_on: Seen.nullable(),
    expires_on: z.iso.date().nullable(),
    /** Says that the line may be past its date here: it is left out until it is confirmed. */
    when_expired: z.literal('hide').optional(),
    doubt: z.string().optional(),
  })
  .refine((line) => line.href !== 'tel:114', 'the French 114 takes no voice calls: use sms:114')
  .refine(
    (line) => line.href.startsWith('sms:') === (line.by === 'text'),
    'by: text goes with sms:, by: call with tel:',
  )
  .refine(
    (line) => (line.verified_on === null) === (line.expires_on === null),
    'an undated source has no day on which it expires, a dated one has',
  );

/** One number people can reach. */
export interface Helpline
  extends Readonly<
    Omit<z.infer<typeof Line>, 'assigned_by' | 'verified_on' | 'expires_on' | 'when_expired'>
  > {
  readonly assignedBy: string | undefined;
  readonly verifiedOn: string | null;
  readonly expiresOn: string | null;
  readonly whenExpired: 'hide' | undefined;
}
const toHelpline = ({
  assigned_by: assignedBy,
  verified_on: verifiedOn,
  expires_on: expiresOn,
  when_expired: whenExpired,
  ...line
}: z.infer<typeof Line>): Helpline => ({
  ...line,
  assignedBy,
  verifiedOn,
  expiresOn,
  whenExpired,
});

/** `12-25`, `easter+1` (days after Easter Sunday), `last monday 08`. */
export const HOLIDAY_RULE =
  /^(?:(\d{2}-\d{2})|easter([+-]\d+)|(first|second|third|fourth|last) (monday|tuesday|wednesday|thursday|friday|saturday|sunday) (\d{2}))$/;

const Country = z.strictObject({
  /** Public holidays, for lines whose hours depend on them. */
  holidays: z.array(z.string().regex(HOLIDAY_RULE, 'use 12-25, easter+1 or last monday 08')),
  lines: z
    .array(Line.transform(toHelpline))
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
 * `shownLines`.
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

/** All lines of a country, shown or not, or those of `XX` where it has none here. */
export const linesFor = (helplines: Helplines, country: string): readonly Helpline[] =>
  (helplines.countries[country.toUpperCase()] ?? helplines.countries.XX)?.lines ?? [];

/** The rules for a country's public holidays. */
export const holidaysFor = (helplines: Helplines, country: string): readonly string[] =>
  helplines.countries[country.toUpperCase()]?.holidays ?? [];
