import { join } from 'node:path';
import { holdingConfirmations } from '../bot-flows/helplines/confirmed-lines.ts';
import {
  type Helpline,
  holidaysFor,
  linesFor,
  loadHelplines,
} from '../bot-flows/helplines/helplines.ts';
import { lineAbout } from '../bot-flows/helplines/line-about.ts';
import { openState } from '../bot-flows/helplines/open-state.ts';
import { isFresh, isLasting, shownLines } from '../bot-flows/helplines/shown-lines.ts';
import { createConfirmedLinesFile } from './adapters/confirmed-lines-file.ts';
import type { Clock } from './ports/clock.ts';
import type { DeskLine, HelplineDesk, ShownLine } from './ports/helpline-desk.ts';

export interface HelplineDeskParts {
  /** The repository's folder, where `data/helplines` lies. */
  readonly root: string;
  /** Where confirmations are kept. */
  readonly dataDir: string;
  readonly country: string;
  readonly clock: Clock;
}

/**
 * The reviewed list and this installation's confirmations, put together.
 * @throws {HelplinesError | ConfirmedLinesError} when either can't be used.
 */
export function openHelplineDesk(parts: HelplineDeskParts): HelplineDesk {
  const { country, clock } = parts;
  const helplines = loadHelplines(join(parts.root, 'data', 'helplines', 'helplines.json'));
  const lines = linesFor(helplines, country);
  const holidays = holidaysFor(helplines, country);
  const file = createConfirmedLinesFile(join(parts.dataDir, 'confirmed-helplines.json'));
  file.read();

  const holding = () => holdingConfirmations(file.read(), lines, clock.now());
  const confirmedIds = () => holding().map(({ id }) => id);

  return {
    country,
    confirmedIds,
    shown() {
      const now = clock.now();
      return shownLines(helplines, country, { now, confirmedLines: confirmedIds() }).map((line) =>
        asShown(line, openState(line.hours, holidays, now)),
      );
    },
    list() {
      const now = clock.now();
      const confirmed = holding();
      return lines
        .map((line): DeskLine => {
          const found = confirmed.find(({ id }) => id === line.id);
          const fresh = isFresh(line, now);
          return {
            ...{ id: line.id, label: line.label, about: aboutOf(line), source: line.source },
            ...{ verifiedOn: line.verifiedOn, expiresOn: line.expiresOn },
            doubt: line.doubt ?? null,
            dated: !fresh,
            state: fresh ? 'fresh' : found ? 'confirmed' : isLasting(line) ? 'lasting' : 'left-out',
            confirmation: found ? { by: found.by, on: found.on } : null,
          };
        })
        .toSorted((a, b) => Number(b.state === 'left-out') - Number(a.state === 'left-out'));
    },
    confirm(ids, by) {
      const wanted = ids.map((id) => lines.find((line) => line.id === id));
      if (wanted.some((line) => line === undefined)) return 'unknown-line';
      const on = clock.now().toISOString().slice(0, 10);
      const added = wanted.flatMap((line) =>
        line ? [{ id: line.id, href: line.href, by, on }] : [],
      );
      file.write([...file.read().filter(({ id }) => !ids.includes(id)), ...added]);
      return 'confirmed';
    },
    withdraw: (ids) => file.write(file.read().filter(({ id }) => !ids.includes(id))),
  };
}

const aboutOf = (
  line: Helpline,
  open: boolean | null = null,
): Readonly<Record<'fr' | 'en', string>> => ({
  fr: lineAbout(line, 'fr', open),
  en: lineAbout(line, 'en', open),
});

const asShown = (
  line: Helpline,
  { open, until }: { readonly open: boolean | null; readonly until: Date | null },
): ShownLine => ({
  label: line.label,
  href: line.href,
  ...(line.first && { first: true }),
  ...(line.emergency && { emergency: true }),
  ...(line.audience.includes('under-18') && { young: true }),
  // The screen says by itself whether a line is open, for as long as it is shown.
  about: aboutOf(line),
  open,
  until,
});
