/**
 * Shown when the conversation can't be fetched: these are written here a second time because
 * nothing else can be loaded then. A test holds them to `data/helplines/helplines.json`.
 */
export const BUILT_IN_LINES = [
  { label: '3114', href: 'tel:3114' },
  { label: '15', href: 'tel:15' },
  { label: '112', href: 'tel:112' },
  { label: '114', href: 'sms:114', note: 'SMS' },
] as const;
