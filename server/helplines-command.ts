import type { DeskLine, HelplineDesk } from './ports/helpline-desk.ts';

export const HELPLINES_USAGE = `helplines          lists the helplines of the site's country: shown, or left out until confirmed
  helplines confirm --by NAME --line ID,ID | --all
                     says that these are still right, as of today and by this person; call each
                     number or read its own site first. --all: every line past its date
  helplines withdraw --line ID,ID
                     takes that back`;

export class HelplinesUsageError extends Error {
  override readonly name = 'HelplinesUsageError';
}

export interface HelplinesOptions {
  readonly by?: string | undefined;
  readonly line?: string | undefined;
  readonly all?: boolean | undefined;
}

/**
 * What an operator does with the helplines on the command line.
 * @returns what is printed.
 * @throws {HelplinesUsageError} for a wrong action or option, in one line.
 */
export function helplinesCommand(
  desk: HelplineDesk,
  action: string | undefined,
  { by, line, all }: HelplinesOptions,
): string {
  const ids = (line ?? '').split(',').filter((id) => id !== '');
  switch (action) {
    case undefined:
      return listOf(desk);
    case 'confirm': {
      if (!by?.trim()) throw new HelplinesUsageError('--by NAME is missing: who has checked them?');
      const due = desk.list().filter(({ dated }) => dated);
      const wanted = all ? due.map(({ id }) => id) : ids;
      if (wanted.length === 0) {
        throw new HelplinesUsageError(
          all ? 'no line is past its date' : '--line ID,ID or --all is missing',
        );
      }
      if (desk.confirm(wanted, by.trim()) === 'unknown-line') {
        const known = desk.list().map(({ id }) => id);
        throw new HelplinesUsageError(`--line: one of these is unknown; use ${known.join(', ')}`);
      }
      return `${listOf(desk)}\n\nConfirmed by ${by.trim()}: ${wanted.join(', ')}`;
    }
    case 'withdraw':
      if (ids.length === 0) throw new HelplinesUsageError('--line ID,ID is missing');
      desk.withdraw(ids);
      return listOf(desk);
    default:
      throw new HelplinesUsageError(`there is no "helplines ${action}"; use confirm or withdraw`);
  }
}

const STATES: Record<DeskLine['state'], string> = {
  fresh: 'shown',
  confirmed: 'shown',
  lasting: 'shown',
  'left-out': 'LEFT OUT',
};

function listOf(desk: HelplineDesk): string {
  const lines = desk.list();
  const width = Math.max(...lines.map(({ id }) => id.length));
  const rows = lines.map(
    (line) =>
      `  ${STATES[line.state].padEnd(8)}  ${line.id.padEnd(width)}  ${line.label}. ${line.about.en}\n${' '.repeat(width + 14)}${whyOf(line)}`,
  );
  const leftOut = lines.filter(({ state }) => state === 'left-out').map(({ id }) => id);
  return [
    `Helplines for ${desk.country}`,
    '',
    ...rows,
    '',
    ...(leftOut.length === 0
      ? ['Nothing is left out.']
      : [
          'Nobody is given a line that is left out. Call each, or read its own site; then:',
          `  npm run admin -- helplines confirm --by "Your name" --line ${leftOut.join(',')}`,
        ]),
  ].join('\n');
}

function whyOf({ state, source, verifiedOn, expiresOn, dated, confirmation, doubt }: DeskLine) {
  const said = verifiedOn === null ? 'undated' : `of ${verifiedOn}`;
  const parts = [
    `source ${said}: ${source}`,
    dated
      ? expiresOn === null
        ? ''
        : `past its date since ${expiresOn}`
      : `good until ${expiresOn}`,
    confirmation ? `confirmed by ${confirmation.by} on ${confirmation.on}` : '',
    dated && state === 'lasting' ? 'never left out; check it all the same' : '',
    doubt ?? '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}
