/** Seconds as one would say them afterwards: to the second below a minute, else to the minute. */
export function roundedWait(seconds: number): number {
  return seconds < 60 ? Math.round(seconds) : Math.round(seconds / 60) * 60;
}
