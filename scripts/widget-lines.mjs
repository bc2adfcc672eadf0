// What of the helplines goes into the browser's scripts, for when the service can't be reached.

const today = () => new Date().toISOString().slice(0, 10);
/** Never left out: emergency numbers, and those a State gave to one service. */
const isLasting = ({ emergency, assigned_by }) => emergency === true || assigned_by !== undefined;
const isShown = (line, day) => isLasting(line) || (line.expires_on ?? '') > day;

/**
 * The lines by country as far as people see them. What is past its date stays out: only the
 * service knows whether an operator has confirmed it.
 */
export function shownLines({ countries }, day = today()) {
  const seen = (line) => ({
    label: line.label,
    href: line.href,
    first: line.first,
    emergency: line.emergency,
    young: line.audience.includes('under-18') || undefined,
    about: line.about,
    expires_on: isLasting(line) ? undefined : line.expires_on,
  });
  return Object.fromEntries(
    Object.entries(countries).map(([country, { lines }]) => [
      country,
      { lines: lines.filter((line) => isShown(line, day)).map(seen) },
    ]),
  );
}

/**
 * The labels of the numbers at hand by country, for the loader: the country's first line and its
 * emergencies, `sms ` before what takes no voice call.
 */
export function linesAtHand({ countries }) {
  return Object.fromEntries(
    Object.entries(countries).map(([country, { lines }]) => [
      country,
      lines.filter((line) => isLasting(line) && (line.first || line.emergency)).map(atHand),
    ]),
  );
}

function atHand({ id, label, href }) {
  const digits = label.replaceAll(' ', '');
  if (href === `tel:${digits}`) return label;
  if (href === `sms:${digits}`) return `sms ${label}`;
  throw new Error(`helpline ${id}: the loader can't make ${href} of ${label}`);
}

/** Lines past their date that the list doesn't hold back, each as one line of text. */
export function expiredUnawares({ countries }, day = today()) {
  return Object.entries(countries).flatMap(([country, { lines }]) =>
    lines
      .filter((line) => !isShown(line, day) && line.when_expired !== 'hide')
      .map(
        ({ label, expires_on, source }) =>
          `helpline ${label} (${country}) expired on ${expires_on ?? 'a day nobody knows: its source is undated'} (source: ${source}). Check it and set verified_on and expires_on in data/helplines/helplines.json, or leave it out with when_expired: hide.`,
      ),
  );
}
