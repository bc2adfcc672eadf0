import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RiskLevel } from '../../classifiers/risk-classifier.ts';
import type { Metrics } from '../ports/metrics.ts';
import { cpuSeconds, WATTS_PER_BUSY_CORE, wattHours } from './energy.ts';

export interface PrometheusMetrics extends Metrics {
  readonly contentType: string;
  /** The text that `/metrics` gives. */
  expose(): Promise<string>;
  /** Reads a number whenever the metrics are read. */
  watch(name: string, help: string, read: () => number): void;
  /** What a candidate model would have said. */
  shadowCompared(current: RiskLevel, candidate: RiskLevel): void;
  shadowLeftOut(why: string): void;
}

/** Counts for operators in Prometheus' format; labels are levels, channels and codes only. */
export function createMetrics(): PrometheusMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const kept = new Counter({
    name: 'veilleuse_turns_kept_total',
    help: 'Participant turns kept and acknowledged',
    registers,
  });
  const assessed = new Counter({
    name: 'veilleuse_turns_assessed_total',
    help: 'Participant turns read, by level and completeness',
    labelNames: ['level', 'completeness'],
    registers,
  });
  let read = 0;
  const perThousand = (name: string, help: string, amount: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read === 0 ? 0 : (amount() / read) * 1000);
      },
    });
  perThousand(
    'veilleuse_cpu_seconds_per_thousand_messages',
    'Processor time of the whole process since its start, by thousand participant turns read',
    cpuSeconds,
  );
  perThousand(
    'veilleuse_energy_watt_hours_per_thousand_messages',
    `Estimate: that processor time at ${WATTS_PER_BUSY_CORE} W a busy core`,
    () => wattHours(cpuSeconds()),
  );
  const answered = new Histogram({
    name: 'veilleuse_answer_seconds',
    help: 'From a turn being kept to its answer being kept',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60],
    registers,
  });
  const escalations = new Counter({
    name: 'veilleuse_escalations_opened_total',
    help: 'Cases opened, by level at opening',
    labelNames: ['level'],
    registers,
  });
  const notifications = new Counter({
    name: 'veilleuse_notifications_total',
    help: 'Notifications, by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const shadow = new Counter({
    name: 'veilleuse_shadow_turns_total',
    help: 'Turns a candidate model read along, by the level that counted and its own',
    labelNames: ['current', 'candidate'],
    registers,
  });
  const leftOut = new Counter({
    name: 'veilleuse_shadow_left_out_total',
    help: 'Turns a candidate model did not read, by why',
    labelNames: ['why'],
    registers,
  });
  return {
    contentType: registry.contentType,
    expose: () => registry.metrics(),
    watch(name, help, read) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    },
    shadowCompared: (current, candidate) => shadow.inc({ current, candidate }),
    shadowLeftOut: (why) => leftOut.inc({ why }),
    turnKept: () => kept.inc(),
    turnAnswered({ level, completeness }, ms) {
      read++;
      assessed.inc({ level, completeness });
      answered.observe(Math.max(0, ms) / 1000);
    },
    escalationOpened: (level) => escalations.inc({ level }),
    notificationSent: (channel) => notifications.inc({ channel, outcome: 'sent' }),
    notificationFailed: (channel) => notifications.inc({ channel, outcome: 'failed' }),
  };
}
