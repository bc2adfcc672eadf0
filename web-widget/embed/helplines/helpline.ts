import type { Locale } from '../../shared/locale.ts';

/** One line of `data/helplines/helplines.json`, as far as people see it. */
export interface Helpline {
  readonly id: string;
  readonly label: string;
  /** `tel:` or `sms:` */
  readonly href: string;
  readonly by: 'call' | 'text';
  /** The line to name first when someone thinks about suicide. */
  readonly first?: true;
  readonly emergency?: true;
  readonly about: Readonly<Record<Locale, string>>;
}

export type HelplinesByCountry = Readonly<Record<string, { readonly lines: readonly Helpline[] }>>;
