import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Site } from './domain/site.ts';

const SPOKEN = ['fr', 'en'] as const;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const MINUTE_MS = 60_000;

const Span = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, {
  message: 'is not a span such as 19:00-23:30',
});
const Minutes = z
  .number()
  .min(0.1)
  .max(7 * 24 * 60);

const SiteFile = z.strictObject({
  name: z.string().trim().min(1).max(80).default('Veilleuse'),
  languages: z
    .array(z.enum(SPOKEN))
    .min(1)
    .default([...SPOKEN]),
  address: z.enum(['tu', 'vous']).default('vous'),
  'helpline-country': z.enum(['FR', 'BE', 'CH', 'LU', 'CA', 'GB', 'IE', 'US']).default('FR'),
  'time-zone': z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', {
      message: 'is not an IANA time zone such as Europe/Paris',
    })
    .default('Europe/Paris'),
  hours: z
    .strictObject({
      week: z.partialRecord(z.enum(WEEKDAYS), z.array(Span)),
      holidays: z.array(z.iso.date()).default([]),
    })
    .optional(),
  'answer-within-minutes': z
    .strictObject({ imminent: Minutes, active: Minutes, passive: Minutes, other: Minutes })
    .partial()
    .default({}),
});

/**
 * Reads `site.yaml`; an empty text gives the defaults.
 *
 * @returns the site and every problem found, each with the file, the line and what is expected.
 *   With problems, the site holds the defaults.
 */
export function readSite(
  file: string,
  yaml: string,
): { readonly site: Site; readonly problems: readonly string[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const problems = document.errors.map(
    (error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`,
  );
  const parsed = SiteFile.safeParse(problems.length === 0 ? (document.toJS() ?? {}) : {});
  for (const issue of parsed.error?.issues ?? []) {
    const node = document.getIn(issue.path as string[], true) as { range?: [number] } | undefined;
    const line = node?.range ? lines.linePos(node.range[0]).line : 1;
    problems.push(`${file}:${line}: ${issue.path.join('.')} ${issue.message}`);
  }
  return { site: toSite(parsed.success ? parsed.data : SiteFile.parse({})), problems };
}

function toSite(file: z.infer<typeof SiteFile>): Site {
  const within = file['answer-within-minutes'];
  return {
    name: file.name,
    languages: file.languages as unknown as Site['languages'],
    address: file.address,
    country: file['helpline-country'],
    timeZone: file['time-zone'],
    hours: file.hours ? { week: file.hours.week, holidays: file.hours.holidays } : null,
    // From the table in docs/ARCHITECTURE.md; the operator's clinician ratifies them.
    answerWithinMs: {
      imminent: (within.imminent ?? 2) * MINUTE_MS,
      active: (within.active ?? 15) * MINUTE_MS,
      passive: (within.passive ?? 240) * MINUTE_MS,
      distress: (within.other ?? 30) * MINUTE_MS,
      none: (within.other ?? 30) * MINUTE_MS,
    },
  };
}
