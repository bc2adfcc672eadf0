/**
 * What one busy core draws with its share of memory, fans and power supply, in watts: a small
 * server of 16 cores under load draws about 200 W. An estimate, good for comparing versions.
 */
export const WATTS_PER_BUSY_CORE = 12;

const SECONDS_PER_HOUR = 3600;

/** Watt-hours behind so many seconds of processor time: seconds × watts of a busy core ÷ 3,600. */
export const wattHours = (cpuSeconds: number): number =>
  (cpuSeconds * WATTS_PER_BUSY_CORE) / SECONDS_PER_HOUR;

/** Processor time of this whole process since it began, all threads, in seconds. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
