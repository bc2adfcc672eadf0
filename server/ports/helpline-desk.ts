/** A line as people see it now. */
export interface ShownLine {
  readonly label: string;
  /** `tel:`, or `sms:` for a line that is no voice call. */
  readonly href: string;
  /** The line to name first when someone thinks about suicide. */
  readonly first?: true;
  readonly emergency?: true;
  /** For who is under 18. */
  readonly young?: true;
  readonly about: Readonly<Record<'fr' | 'en', string>>;
  /** Whether it is answered now; `null` when nobody has said. */
  readonly open: boolean | null;
  /** Until when that stays so; `null` when it never changes, or isn't known. */
  readonly until: Date | null;
}

/** A line as an operator sees it. */
export interface DeskLine {
  readonly id: string;
  readonly label: string;
  readonly about: Readonly<Record<'fr' | 'en', string>>;
  readonly source: string;
  readonly verifiedOn: string | null;
  readonly expiresOn: string | null;
  readonly doubt: string | null;
  /**
   * `fresh`: its source is less than a year old; `lasting`: never left out; `confirmed`: by an
   * operator here; `left-out`: nobody is given it until it is confirmed.
   */
  readonly state: 'fresh' | 'lasting' | 'confirmed' | 'left-out';
  /** Whether its source is a year old or undated, whatever its state. */
  readonly dated: boolean;
  readonly confirmation: { readonly by: string; readonly on: string } | null;
}

/** The helplines of this installation: what people see of them, and who has checked them. */
export interface HelplineDesk {
  readonly country: string;
  shown(): readonly ShownLine[];
  /** Every line of the country, those left out first. */
  list(): readonly DeskLine[];
  /** Ids of the lines that operators have confirmed and that still hold. */
  confirmedIds(): readonly string[];
  /**
   * Keeps that these lines are still right, as of today.
   * @returns `unknown-line` and keeps nothing when the country has no line of one of these ids.
   */
  confirm(ids: readonly string[], by: string): 'confirmed' | 'unknown-line';
  /** Takes confirmations back; unknown ids are passed over. */
  withdraw(ids: readonly string[]): void;
}
