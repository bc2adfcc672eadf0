import type { Locale } from '../../shared/locale.ts';

/** A helpline as far as people see it: from the service, or of `data/helplines` as it was built. */
export interface Helpline {
  readonly label: string;
  /** `tel:`, or `sms:` for a line that is no voice call. */
  readonly href: string;
  /** The line to name first when someone thinks about suicide. */
  readonly first?: true;
  readonly emergency?: true;
  /** For who is under 18. */
  readonly young?: true;
  readonly about: Readonly<Record<Locale, string>>;
  /** Whether it is answered until `until`; nothing when the service hasn't said. */
  readonly open?: boolean | null;
  readonly until?: string | null;
}

export const isTexted = ({ href }: Helpline): boolean => href.startsWith('sms:');

/** A line of the list that was built in, with what says whether it may still be shown. */
export interface BuiltInLine extends Helpline {
  readonly assigned_by?: string;
  readonly expires_on?: string | null;
}
export type HelplinesByCountry = Readonly<
  Record<string, { readonly lines: readonly BuiltInLine[] }>
>;
