import { RISK_LEVELS, type RiskLevel } from '../../classifiers/risk-classifier.ts';

/** What a report may know of one conversation: no text, no id. */
export interface ConversationFacts {
  readonly openedAt: Date;
  /** The highest level it had. */
  readonly level: RiskLevel;
  /** Turns written by the participant. */
  readonly messages: number;
  /** When its first escalation opened. */
  readonly escalatedAt: Date | null;
  /** When a responder first wrote. */
  readonly firstHumanAt: Date | null;
}

/** A number of people, or `null` when it lies between one and four and could point at someone. */
export type Cell = number | null;

/** Counts from one to four are hidden, so that a row can't point at a person. */
export const SMALLEST_SHOWN = 5;

export interface ReportDay {
  /** `2026-11-24` in the site's time zone. */
  readonly day: string;
  readonly conversations: Cell;
  readonly messages: Cell;
  /** Conversations by the highest level they reached. */
  readonly levels: Readonly<Record<RiskLevel, Cell>>;
  readonly escalations: Cell;
  /** Of the escalations, those in which a person wrote. */
  readonly answered: Cell;
  /** Median seconds from the escalation to the first words of a person; hidden below five answers. */
  readonly medianSecondsToHuman: number | null;
}

/** Counts facts by local day, the oldest first, days without conversations included. */
export function reportByDay(
  facts: readonly ConversationFacts[],
  days: readonly string[],
  dayOf: (at: Date) => string,
): readonly ReportDay[] {
  const byDay = new Map<string, ConversationFacts[]>(days.map((day) => [day, []]));
  for (const fact of facts) byDay.get(dayOf(fact.openedAt))?.push(fact);
  return [...byDay].map(([day, ofDay]) => reportOf(day, ofDay));
}

function reportOf(day: string, facts: readonly ConversationFacts[]): ReportDay {
  const escalated = facts.filter((fact) => fact.escalatedAt !== null);
  const waits = escalated.flatMap(({ escalatedAt, firstHumanAt }) =>
    escalatedAt && firstHumanAt
      ? [Math.max(0, firstHumanAt.getTime() - escalatedAt.getTime())]
      : [],
  );
  const messages = facts.reduce((sum, fact) => sum + fact.messages, 0);
  const conversations = shown(facts.length);
  const levels = Object.fromEntries(
    RISK_LEVELS.map((level) => [level, shown(facts.filter((fact) => fact.level === level).length)]),
  ) as Record<RiskLevel, Cell>;
  return {
    day,
    conversations,
    // How much few people wrote would tell about them as well.
    messages: conversations === null ? null : messages,
    levels: withoutDifference(levels, facts.length),
    escalations: shown(escalated.length),
    answered: shown(waits.length),
    medianSecondsToHuman: waits.length < SMALLEST_SHOWN ? null : Math.round(median(waits) / 1000),
  };
}

function shown(count: number): Cell {
  return count === 0 || count >= SMALLEST_SHOWN ? count : null;
}

/**
 * When just one level is hidden, the total gives it away; then the smallest other one that
 * isn't zero is hidden with it.
 */
function withoutDifference(
  levels: Record<RiskLevel, Cell>,
  total: number,
): Record<RiskLevel, Cell> {
  const hidden = RISK_LEVELS.filter((level) => levels[level] === null);
  if (hidden.length !== 1 || shown(total) === null) return levels;
  const next = RISK_LEVELS.filter((level) => (levels[level] ?? 0) > 0).sort(
    (a, b) => (levels[a] ?? 0) - (levels[b] ?? 0),
  )[0];
  return next === undefined ? levels : { ...levels, [next]: null };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
