import { describe, expect, test } from '@jest/globals';
import { WATTS_PER_BUSY_CORE, wattHours } from '../../../../server/adapters/energy.ts';
import { createMetrics } from '../../../../server/adapters/metrics.ts';
import { anAssessment } from '../../../support/builders.ts';

const gaugeIn = (text: string, name: string) =>
  Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);

describe('what reading costs', () => {
  test('an hour of one busy core is what a core draws', () => {
    expect(wattHours(3600)).toBe(WATTS_PER_BUSY_CORE);
  });

  test('is told by thousand messages, and is nothing before the first', async () => {
    const metrics = createMetrics();
    const cpu = 'veilleuse_cpu_seconds_per_thousand_messages';
    const energy = 'veilleuse_energy_watt_hours_per_thousand_messages';
    expect(gaugeIn(await metrics.expose(), cpu)).toBe(0);
    for (let at = 0; at < 10; at++) metrics.turnAnswered(anAssessment(), 5);
    const text = await metrics.expose();
    const spent = process.cpuUsage();
    expect(gaugeIn(text, cpu)).toBeGreaterThan(0);
    expect(gaugeIn(text, cpu)).toBeLessThanOrEqual(((spent.user + spent.system) / 1e6) * 100);
    expect(gaugeIn(text, energy)).toBeCloseTo(wattHours(gaugeIn(text, cpu)), 1);
  });
});
