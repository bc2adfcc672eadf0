/**
 * Filled in from `data/helplines/helplines.json` when the scripts are built: by country, the
 * labels of the numbers at hand, `sms ` before those that take no voice call.
 */
declare const LINES_AT_HAND: Readonly<Record<string, readonly string[]>>;

export interface LineAtHand {
  readonly label: string;
  readonly href: string;
  readonly texted: boolean;
}

/** The service puts its country in here when it sends this script. */
const COUNTRY = '%COUNTRY%';

/** Shown when the conversation can’t be fetched, and nothing else can be loaded either. */
export const builtInLines = (): readonly LineAtHand[] =>
  (LINES_AT_HAND[COUNTRY] ?? LINES_AT_HAND.XX ?? []).map((line) => {
    const texted = line.startsWith('sms ');
    const label = texted ? line.slice(4) : line;
    return { label, texted, href: `${texted ? 'sms' : 'tel'}:${label.replaceAll(' ', '')}` };
  });
