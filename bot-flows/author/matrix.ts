import { many } from '../engine/flow.ts';
import type { Library } from '../engine/library.ts';
import { table } from './table.ts';

const LEVELS = ['none', 'distress', 'passive', 'active', 'imminent'] as const;
/** What the server does beside the text; decided in server/domain/triage.ts. */
const HANDLING: Record<(typeof LEVELS)[number], string> = {
  none: 'goes on with the bot',
  distress: 'goes on with the bot',
  passive: 'a person reads it within hours',
  active: 'a person is called now',
  imminent: 'a person is called now, most urgently',
};

/** The table of levels and signals and what answers them, as plain text. */
export function matrix({ flows }: Library): string {
  const entry = (level: string): string => {
    for (const { flow } of flows.values()) {
      const step = flow.entries?.[level];
      if (step !== undefined) return `${flow.id}.${step}`;
    }
    return 'the flow under way';
  };
  const levels = LEVELS.map((level) => [level, entry(level), HANDLING[level]]);
  const signals = (flows.get('everywhere')?.flow['on-signal'] ?? []).map(
    ({ signal, go, times }) => [
      many(signal).join(', '),
      go.includes('.') ? go : `everywhere.${go}`,
      times === undefined ? 'once' : `up to ${times} times`,
    ],
  );
  return [
    table(['level', 'answered by', 'handling'], levels),
    table(['signal (in free text)', 'leads to', 'how often'], signals),
  ].join('\n\n');
}
