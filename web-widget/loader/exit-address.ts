const NEUTRAL = 'https://meteofrance.com/';

/** Where to go: what the host page asks for if it is a web address, else the weather. */
export function exitAddress(wanted: string | null): string {
  return wanted && /^https?:\/\//i.test(wanted) ? wanted : NEUTRAL;
}
