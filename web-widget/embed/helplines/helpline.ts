import type { Locale } from '../../shared/locale.ts';

/** One line of `data/helplines/helplines.json`, as far as people see it. */
export interface Helpline {
  readonly label: string;
  /** `tel:`, or `sms:` for a line that is no voice call. */
  readonly href: string;
  /** The line to name first when someone thinks about suicide. */
  readonly first?: true;
  readonly emergency?: true;
  readonly about: Readonly<Record<Locale, string>>;
}

export const isTexted = ({ href }: Helpline): boolean => href.startsWith('sms:');

export type HelplinesByCountry = Readonly<Record<string, { readonly lines: readonly Helpline[] }>>;
